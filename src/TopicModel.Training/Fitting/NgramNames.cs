using TopicModel.Features;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>Finds the text of each feature of a model, for people: a second reading of the training texts, after training.</summary>
internal sealed class NgramNames
{
    private readonly Vocabulary _vocabulary;
    private readonly string?[] _names;
    private int _missing;

    /// <param name="vocabulary">The features to name.</param>
    public NgramNames(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _names = new string[vocabulary.Count];
        _missing = vocabulary.Count;
    }

    /// <summary>[feature] -> its name; empty where its text was not found.</summary>
    public string[] Names => [.. _names.Select(name => name ?? "")];

    /// <summary>Names the features that occur in documents.</summary>
    public static string[] OfDocuments(IReadOnlyList<Document> documents, FeatureOptions options, IReadOnlyList<string> textFields, Vocabulary vocabulary)
    {
        var names = new NgramNames(vocabulary);
        var features = new DocumentFeatures(options, textFields);
        var ngrams = new NgramBuffer(recordSpans: true);
        for (int i = 0; i < documents.Count && names._missing > 0; i++)
        {
            features.Extract(documents[i].Texts, ngrams);
            int start = 0;
            for (int field = 0; field < ngrams.Fields.Count; field++)
            {
                names.Name(documents[i].Texts[field], ngrams, start, ngrams.Fields[field].End, options);
                start = ngrams.Fields[field].End;
            }
        }
        return names.Names;
    }

    /// <summary>Names the features of occurrences start..end, which stand in <paramref name="text"/>.</summary>
    public void Name(string text, NgramBuffer ngrams, int start, int end, FeatureOptions options)
    {
        for (int i = start; i < end; i++)
        {
            int feature = _vocabulary.Find(ngrams.Hashes[i]);
            if (feature < 0 || _names[feature] is not null) continue;
            if (Spell(ngrams.Hashes[i], ngrams.Spans[i].Of(text), options) is not { } name) continue;
            _names[feature] = name;
            _missing--;
        }
    }

    /// <summary>Names a feature whose text is known.</summary>
    public void Name(ulong hash, string name)
    {
        int feature = _vocabulary.Find(hash);
        if (feature < 0 || _names[feature] is not null) return;
        _names[feature] = name;
        _missing--;
    }

    /// <summary>The spelling of the text whose hash is the feature's: the words, the words unaccented, or a run of characters in them.</summary>
    private static string? Spell(ulong hash, ReadOnlySpan<char> text, FeatureOptions options)
    {
        List<string> tokens = Tokens(text);
        List<string> plain = [.. tokens.Select(Plain)];
        foreach (FeatureBlock block in (ReadOnlySpan<FeatureBlock>)[FeatureBlock.Words, FeatureBlock.PreviousSentence, FeatureBlock.NextSentence])
            if (FeatureHash.InBlock(Hash(tokens), block) == hash) return Prefix(block) + string.Join(' ', tokens);
        if (FeatureHash.InBlock(Hash(plain), FeatureBlock.UnaccentedWords) == hash) return string.Join(' ', plain) + "\u00B0";
        if (SentenceFeatures.FirstWords(tokens) == hash) return "starts with: " + string.Join(' ', tokens);
        return options.Chars is { } range && tokens.Count == 1 ? SpellChars(hash, $" {tokens[0]} ", range) : null;
    }

    private static string Prefix(FeatureBlock block) => block switch { FeatureBlock.PreviousSentence => "before: ", FeatureBlock.NextSentence => "after: ", _ => "" };

    private static string? SpellChars(ulong hash, string padded, NgramRange range)
    {
        for (int n = range.Min; n <= range.Max; n++)
            for (int i = 0; i == 0 || i + n <= padded.Length; i++)
            {
                string gram = padded.Substring(i, Math.Min(n, padded.Length));
                if (FeatureHash.InBlock(FeatureHash.Units(gram), FeatureBlock.Chars) == hash) return $"'{gram}'";
            }
        return null;
    }

    private static List<string> Tokens(ReadOnlySpan<char> text)
    {
        var tokens = new List<string>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.BufferLength]);
        while (reader.MoveNext()) tokens.Add(reader.Token.ToString());
        return tokens;
    }

    private static string Plain(string token)
    {
        Span<char> plain = stackalloc char[token.Length];
        return plain[..ToneMarks.RemoveDiacritics(token, plain)].ToString();
    }

    private static ulong Hash(List<string> tokens)
    {
        ulong hash = tokens.Count == 0 ? 0 : FeatureHash.Units(tokens[0]);
        for (int i = 1; i < tokens.Count; i++) hash = FeatureHash.Join(hash, FeatureHash.Units(tokens[i]));
        return hash;
    }
}
