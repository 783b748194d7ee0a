using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Finds the texts of a model's strongest features, for people, in training texts that have them.
/// </summary>
internal sealed class NgramNames
{
    /// <summary>Features that are named for each output: so many of those that speak most strongly for it, and as many against it.</summary>
    public const int PerSide = 50;

    private readonly Vocabulary _vocabulary;
    private readonly bool[] _isWanted;
    private readonly SortedDictionary<int, string> _names = [];
    private int _missing;

    /// <param name="vocabulary">The features of the model.</param>
    /// <param name="wanted">Features to name.</param>
    public NgramNames(Vocabulary vocabulary, IEnumerable<int> wanted)
    {
        _vocabulary = vocabulary;
        _isWanted = new bool[vocabulary.Count];
        foreach (int feature in wanted) _isWanted[feature] = true;
        _missing = _isWanted.Count(isWanted => isWanted);
    }

    /// <summary>Feature -> its name, of those whose text was found.</summary>
    public IReadOnlyDictionary<int, string> Names => _names;

    /// <summary>Whether all are found.</summary>
    public bool IsComplete => _missing == 0;

    /// <summary>The features that have the strongest weights, for or against, for some output.</summary>
    public static IReadOnlyCollection<int> Strongest(Vocabulary vocabulary, LinearModel linear, Weighting weighting)
    {
        var strongest = new HashSet<int>();
        for (int output = 0; output < linear.Outputs; output++)
        {
            // The weakest of those chosen so far comes first, of equally strong ones the one that is further from the edge of the order.
            PriorityQueue<int, (float Influence, int Feature)> speakFor = new(), speakAgainst = new();
            for (int feature = 0; feature < vocabulary.Count; feature++)
            {
                float influence = linear.Weight(feature, output) * (weighting == Weighting.TfIdf ? vocabulary.IdfCodes[feature] : 1);
                if (influence > 0) Choose(speakFor, feature, (influence, feature));
                if (influence < 0) Choose(speakAgainst, feature, (-influence, -feature));
            }
            strongest.UnionWith(speakFor.UnorderedItems.Concat(speakAgainst.UnorderedItems).Select(item => item.Element));
        }
        return strongest;
    }

    private static void Choose(PriorityQueue<int, (float Influence, int Feature)> chosen, int feature, (float Influence, int Feature) priority)
    {
        if (chosen.Count < PerSide) chosen.Enqueue(feature, priority);
        else chosen.EnqueueDequeue(feature, priority);
    }

    /// <summary>Names the features that occur in documents.</summary>
    public void NameIn(IEnumerable<Document> documents, FeatureOptions options, IReadOnlyList<string> textFields)
    {
        var features = new DocumentFeatures(options, textFields);
        var ngrams = new NgramBuffer(recordSpans: true);
        foreach (string[] texts in documents.Select(document => document.Texts))
        {
            if (IsComplete) return;
            features.Extract(texts, ngrams);
            int start = 0;
            for (int field = 0; field < ngrams.Fields.Count; field++)
            {
                Name(texts[field], ngrams, start, ngrams.Fields[field].End, options);
                start = ngrams.Fields[field].End;
            }
        }
    }

    /// <summary>Names the features of occurrences start..end, which stand in <paramref name="text"/>.</summary>
    public void Name(string text, NgramBuffer ngrams, int start, int end, FeatureOptions options)
    {
        for (int i = start; i < end; i++)
            if (FindUnnamed(ngrams.Hashes[i]) is var feature and >= 0 && Spell(ngrams.Hashes[i], ngrams.Spans[i].Of(text), options) is { } name) Add(feature, name);
    }

    /// <summary>Names a feature whose text is known.</summary>
    public void Name(ulong hash, string name)
    {
        if (FindUnnamed(hash) is var feature and >= 0) Add(feature, name);
    }

    private int FindUnnamed(ulong hash)
    {
        int feature = _vocabulary.Find(hash);
        return feature >= 0 && _isWanted[feature] ? feature : -1;
    }

    private void Add(int feature, string name)
    {
        _isWanted[feature] = false;
        _names.Add(feature, name);
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
