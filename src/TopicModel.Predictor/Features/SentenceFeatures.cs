using System.Numerics;
using TopicModel.Text;

namespace TopicModel.Features;

/// <summary>
/// Features of one sentence in its document, for passages: its own n-grams, the words of its two neighbours, and its form (ordinal,
/// list mark, first words, length, place, quotation). "Thứ hai, ..." behind a line that ends in a colon says more than its words.
/// </summary>
internal sealed class SentenceFeatures
{
    private static readonly NgramRange ContextWords = new(1, 1);
    private readonly NgramExtractor _own;
    private readonly NgramExtractor _previous = new(ContextWords, null, false, FeatureBlock.PreviousSentence);
    private readonly NgramExtractor _next = new(ContextWords, null, false, FeatureBlock.NextSentence);

    /// <summary>The sentence's own n-grams are those of <paramref name="options"/>.</summary>
    public SentenceFeatures(FeatureOptions options) => _own = new NgramExtractor(options);

    /// <summary>Appends the sentences of a text to <paramref name="sentences"/>, boilerplate left out.</summary>
    public static void Split(string text, string title, List<TextRange> sentences)
    {
        var kept = new List<TextRange>();
        BoilerplateCleaner.Clean(text, title, kept);
        foreach (TextRange part in kept) SentenceSplitter.Split(text, part, sentences);
    }

    /// <summary>Replaces the contents of <paramref name="target"/> by the features of sentence <paramref name="index"/>.</summary>
    public void Extract(ReadOnlySpan<char> text, IReadOnlyList<TextRange> sentences, int index, NgramBuffer target)
    {
        target.Clear();
        ReadOnlySpan<char> sentence = sentences[index].Of(text);
        _own.Extract(text, [sentences[index]], target);
        if (index > 0) _previous.Extract(text, [sentences[index - 1]], target);
        if (index + 1 < sentences.Count) _next.Extract(text, [sentences[index + 1]], target);
        AddForm("self", sentence, target);
        AddPlace(index, sentences.Count, target);
        AddFirstWords(sentence, target);
        if (index > 0) AddForm("previous", sentences[index - 1].Of(text), target);
        if (index + 1 < sentences.Count) AddForm("next", sentences[index + 1].Of(text), target);
        target.EndField(1);
    }

    private static void AddForm(string whose, ReadOnlySpan<char> sentence, NgramBuffer target)
    {
        if (Ordinal.Of(sentence) is { } ordinal)
        {
            Add($"{whose} ordinal", target);
            Add($"{whose} ordinal {(ordinal == 1 ? "first" : "later")}", target);
        }
        if (sentence[0] is '-' or '–' or '—' or '•' or '*' or '+') Add($"{whose} list mark", target);
        if (sentence[^1] == ':') Add($"{whose} colon", target);
        if (sentence.IndexOfAny("\"“”«") >= 0) Add($"{whose} quote", target);
        if (sentence[^1] is '?' or '!') Add($"{whose} asks or calls", target);
        Add($"{whose} length {BitOperations.Log2((uint)sentence.Length + 1)}", target);
    }

    private static void AddPlace(int index, int count, NgramBuffer target)
    {
        Add($"place {index * 5 / count}", target);
        if (index == 0) Add("place first", target);
        if (index == count - 1) Add("place last", target);
        Add($"sentences {BitOperations.Log2((uint)count)}", target);
    }

    /// <summary>The first one and two tokens, as what a sentence starts with.</summary>
    private static void AddFirstWords(ReadOnlySpan<char> sentence, NgramBuffer target)
    {
        var tokens = new TokenReader(sentence, stackalloc char[TokenReader.BufferLength]);
        ulong hash = FeatureHash.Units("starts with");
        for (int i = 0; i < 2 && tokens.MoveNext(); i++)
        {
            hash = FeatureHash.Join(hash, FeatureHash.Units(tokens.Token));
            target.Add(FeatureHash.InBlock(hash, FeatureBlock.SentenceForm), tokens.Start, tokens.End);
        }
    }

    private static void Add(string form, NgramBuffer target) =>
        target.Add(FeatureHash.InBlock(FeatureHash.Units(form), FeatureBlock.SentenceForm), 0, 0);
}
