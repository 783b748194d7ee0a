using TopicModel.Features;
using TopicModel.Text;

namespace TopicModel.Tests.Features;

/// <summary>The features of a text as docs/model-format.md describes them, with strings and lists: the oracle for the fast code.</summary>
internal static class SlowFeatures
{
    public static ulong Units(string text)
    {
        ulong hash = unchecked((ulong)text.Length * 0x9E3779B97F4A7C15);
        for (int i = 0; i < text.Length; i += 4)
        {
            ulong group = 0;
            for (int k = 3; k >= 0; k--) group = group * 65536 + (i + k < text.Length ? text[i + k] : (ulong)0);
            hash = unchecked((hash ^ group) * 0xD6E8FEB86659FD93);
            hash ^= hash >> 32;
        }
        return Finish(hash);
    }

    public static ulong Join(ulong left, ulong right) => Finish(unchecked(((left << 23 | left >> 41) ^ right) * 0xD6E8FEB86659FD93));

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 29;
        hash = unchecked(hash * 0xFF51AFD7ED558CCD);
        return hash ^ (hash >> 32);
    }

    /// <summary>All features of one part of a text as (hash, start, end), in any order.</summary>
    public static List<(ulong Hash, int Start, int End)> Of(string text, NgramRange? words, NgramRange? chars, bool unaccented)
    {
        var features = new List<(ulong, int, int)>();
        List<(string Token, int Start, int End)> tokens = Tokens.WithPlaces(text);
        if (words is { } range)
        {
            AddWords(tokens, range, 0, features);
            if (unaccented) AddWords([.. tokens.Select(token => (Plain(token.Token), token.Start, token.End))], range, 1, features);
        }
        if (chars is { } sizes)
            foreach ((string token, int start, int end) in tokens)
                foreach (string gram in Grams(" " + token + " ", sizes)) features.Add((Units(gram) ^ unchecked(2 * 0x9E3779B97F4A7C15), start, end));
        return features;
    }

    private static void AddWords(List<(string Token, int Start, int End)> tokens, NgramRange range, ulong block, List<(ulong, int, int)> features)
    {
        for (int n = range.Min; n <= range.Max; n++)
            for (int first = 0; first + n <= tokens.Count; first++)
            {
                ulong hash = Units(tokens[first].Token);
                for (int i = 1; i < n; i++) hash = Join(hash, Units(tokens[first + i].Token));
                features.Add((hash ^ unchecked(block * 0x9E3779B97F4A7C15), tokens[first].Start, tokens[first + n - 1].End));
            }
    }

    private static IEnumerable<string> Grams(string padded, NgramRange sizes)
    {
        for (int n = sizes.Min; n <= sizes.Max && n < padded.Length; n++)
            for (int i = 0; i + n <= padded.Length; i++) yield return padded.Substring(i, n);
        if (sizes.Max >= padded.Length) yield return padded;
    }

    private static string Plain(string token)
    {
        var plain = new char[token.Length];
        return new string(plain, 0, ToneMarks.RemoveDiacritics(token, plain));
    }
}
