using System.Numerics;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// Features of one sentence in its document, for passages: its own n-grams, the words of its two neighbours, and its form (ordinal,
/// list mark, first words, length, place, quotation). "Thứ hai, ..." behind a line that ends in a colon says more than its words.
/// </summary>
internal sealed class SentenceFeatures
{
    private const int Places = 5, CountClasses = 32;

    private static readonly NgramRange ContextWords = new(1, 1);
    private static readonly SentenceForm Self = new("self"), Previous = new("previous"), Next = new("next");
    private static readonly string[] PlaceNames = [.. SentenceForm.Numbered("place", Places), "place first", "place last"];
    private static readonly string[] CountNames = SentenceForm.Numbered("sentences", CountClasses);
    private static readonly ulong[] PlaceHashes = Array.ConvertAll(PlaceNames, SentenceForm.Hash);
    private static readonly ulong[] CountHashes = Array.ConvertAll(CountNames, SentenceForm.Hash);
    private static readonly ulong StartsWith = FeatureHash.Units("starts with");

    private readonly NgramExtractor _own;
    private readonly NgramExtractor _previous = new(ContextWords, null, false, FeatureBlock.PreviousSentence);
    private readonly NgramExtractor _next = new(ContextWords, null, false, FeatureBlock.NextSentence);

    /// <summary>The sentence's own n-grams are those of <paramref name="options"/>.</summary>
    public SentenceFeatures(FeatureOptions options) => _own = new NgramExtractor(options);

    /// <summary>
    /// Appends the sentences of a field to <paramref name="sentences"/>, boilerplate left out if <paramref name="clean"/>: also the title
    /// where another field repeats it.
    /// </summary>
    /// <param name="fields">[text field].</param>
    /// <param name="field">Which of them.</param>
    /// <param name="titleField">Which of them is the title; -1 for none.</param>
    /// <param name="sentences">Where the sentences go to.</param>
    /// <param name="clean">Whether boilerplate is left out.</param>
    public static void Split(ReadOnlySpan<string> fields, int field, int titleField, List<TextRange> sentences, bool clean)
    {
        string text = fields[field], title = titleField >= 0 && titleField != field ? fields[titleField] : "";
        if (!clean)
        {
            SentenceSplitter.Split(text, sentences);
            return;
        }
        var kept = new List<TextRange>();
        BoilerplateCleaner.Clean(text, title, kept);
        foreach (TextRange part in kept) SentenceSplitter.Split(text, part, sentences);
    }

    /// <summary>Every feature of form with its name; first words are named by <see cref="FirstWords"/>.</summary>
    public static IEnumerable<(ulong Hash, string Name)> FormNames() =>
        Self.Names().Concat(Previous.Names()).Concat(Next.Names()).Concat(PlaceNames).Concat(CountNames).Select(name => (SentenceForm.Hash(name), name));

    /// <summary>The feature that a sentence starts with these tokens.</summary>
    public static ulong FirstWords(IEnumerable<string> tokens) =>
        FeatureHash.InBlock(tokens.Aggregate(StartsWith, (hash, token) => FeatureHash.Join(hash, FeatureHash.Units(token))), FeatureBlock.SentenceForm);

    /// <summary>Replaces the contents of <paramref name="target"/> by the features of sentence <paramref name="index"/>.</summary>
    public void Extract(ReadOnlySpan<char> text, List<TextRange> sentences, int index, NgramBuffer target)
    {
        target.Clear();
        _own.Extract(text, [sentences[index]], target);
        Self.Add(sentences[index].Of(text), target);
        AddFirstWords(text, sentences[index], target);
        AddPlace(index, sentences.Count, target);
        if (index > 0)
        {
            _previous.Extract(text, [sentences[index - 1]], target);
            Previous.Add(sentences[index - 1].Of(text), target);
        }
        if (index + 1 < sentences.Count)
        {
            _next.Extract(text, [sentences[index + 1]], target);
            Next.Add(sentences[index + 1].Of(text), target);
        }
        target.EndField(1);
    }

    private static void AddPlace(int index, int count, NgramBuffer target)
    {
        target.Add(PlaceHashes[(int)((long)index * Places / count)], 0, 0);
        if (index == 0) target.Add(PlaceHashes[Places], 0, 0);
        if (index == count - 1) target.Add(PlaceHashes[Places + 1], 0, 0);
        target.Add(CountHashes[BitOperations.Log2((uint)count)], 0, 0);
    }

    /// <summary>The first one and two tokens, as what a sentence starts with.</summary>
    private static void AddFirstWords(ReadOnlySpan<char> text, TextRange sentence, NgramBuffer target)
    {
        var tokens = new TokenReader(sentence.Of(text), stackalloc char[TokenReader.BufferLength]);
        ulong hash = StartsWith;
        int start = -1;
        for (int i = 0; i < 2 && tokens.MoveNext(); i++)
        {
            if (start < 0) start = sentence.Start + tokens.Start;
            hash = FeatureHash.Join(hash, FeatureHash.Units(tokens.Token));
            target.Add(FeatureHash.InBlock(hash, FeatureBlock.SentenceForm), start, sentence.Start + tokens.End);
        }
    }
}
