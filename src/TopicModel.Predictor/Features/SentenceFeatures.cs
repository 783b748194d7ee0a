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
    private static readonly SentenceForm Self = new("self"), Previous = new("previous"), Next = new("next");

    private static readonly ulong[] Places = [.. Enumerable.Range(0, 5).Select(fifth => SentenceForm.Hash($"place {fifth}"))];
    private static readonly ulong[] Counts = [.. Enumerable.Range(0, 32).Select(log => SentenceForm.Hash($"sentences {log}"))];
    private static readonly ulong First = SentenceForm.Hash("place first"), Last = SentenceForm.Hash("place last"), StartsWith = FeatureHash.Units("starts with");

    private readonly NgramExtractor _own;
    private readonly NgramExtractor _previous = new(ContextWords, null, false, FeatureBlock.PreviousSentence);
    private readonly NgramExtractor _next = new(ContextWords, null, false, FeatureBlock.NextSentence);

    /// <summary>The sentence's own n-grams are those of <paramref name="options"/>.</summary>
    public SentenceFeatures(FeatureOptions options) => _own = new NgramExtractor(options);

    /// <summary>Appends the sentences of a text to <paramref name="sentences"/>, boilerplate left out if <paramref name="clean"/>.</summary>
    public static void Split(string text, string title, List<TextRange> sentences, bool clean = true)
    {
        if (!clean)
        {
            SentenceSplitter.Split(text, sentences);
            return;
        }
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
        Self.Add(sentence, target);
        AddPlace(index, sentences.Count, target);
        AddFirstWords(sentence, target);
        if (index > 0) Previous.Add(sentences[index - 1].Of(text), target);
        if (index + 1 < sentences.Count) Next.Add(sentences[index + 1].Of(text), target);
        target.EndField(1);
    }

    private static void AddPlace(int index, int count, NgramBuffer target)
    {
        target.Add(Places[(int)(index * 5L / count)], 0, 0);
        if (index == 0) target.Add(First, 0, 0);
        if (index == count - 1) target.Add(Last, 0, 0);
        target.Add(Counts[BitOperations.Log2((uint)count)], 0, 0);
    }

    /// <summary>The first one and two tokens, as what a sentence starts with.</summary>
    private static void AddFirstWords(ReadOnlySpan<char> sentence, NgramBuffer target)
    {
        var tokens = new TokenReader(sentence, stackalloc char[TokenReader.BufferLength]);
        ulong hash = StartsWith;
        for (int i = 0; i < 2 && tokens.MoveNext(); i++)
        {
            hash = FeatureHash.Join(hash, FeatureHash.Units(tokens.Token));
            target.Add(FeatureHash.InBlock(hash, FeatureBlock.SentenceForm), tokens.Start, tokens.End);
        }
    }
}
