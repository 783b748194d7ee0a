using TopicModel.Features;
using TopicModel.Text;

namespace TopicModel.Training.Fitting;

/// <summary>Finds the sentences that labelled passages cover.</summary>
internal static class PassageMatcher
{
    /// <summary>
    /// [sentence] -> whether at least half of it lies in one of the passages, which are searched as they are; a passage whose
    /// characters are not found (other Unicode form, white space) marks the sentences with the same tokens.
    /// </summary>
    public static bool[] Match(string text, IReadOnlyList<TextRange> sentences, string[] passages)
    {
        var marked = new bool[sentences.Count];
        foreach (string passage in passages)
        {
            string wanted = passage.Trim();
            if (wanted.Length == 0) continue;
            if (text.Contains(wanted, StringComparison.Ordinal)) MarkPlaces(text, wanted, sentences, marked);
            else MarkSameTokens(text, wanted, sentences, marked);
        }
        return marked;
    }

    private static void MarkPlaces(string text, string wanted, IReadOnlyList<TextRange> sentences, bool[] marked)
    {
        for (int start = text.IndexOf(wanted, StringComparison.Ordinal); start >= 0; start = text.IndexOf(wanted, start + wanted.Length, StringComparison.Ordinal))
            for (int i = 0; i < sentences.Count; i++)
            {
                int common = Math.Min(sentences[i].End, start + wanted.Length) - Math.Max(sentences[i].Start, start);
                if (common * 2 >= sentences[i].Length) marked[i] = true;
            }
    }

    private static void MarkSameTokens(string text, string wanted, IReadOnlyList<TextRange> sentences, bool[] marked)
    {
        var parts = new List<TextRange>();
        SentenceSplitter.Split(wanted, parts);
        HashSet<ulong> hashes = [.. parts.Select(part => TokenHash(part.Of(wanted)))];
        for (int i = 0; i < sentences.Count; i++) marked[i] |= hashes.Contains(TokenHash(sentences[i].Of(text)));
    }

    private static ulong TokenHash(ReadOnlySpan<char> sentence)
    {
        ulong hash = 0;
        var tokens = new TokenReader(sentence, stackalloc char[TokenReader.BufferLength]);
        while (tokens.MoveNext()) hash = FeatureHash.Join(hash, FeatureHash.Units(tokens.Token));
        return hash;
    }
}
