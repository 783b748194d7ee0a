using TopicModel.Features;

namespace TopicModel.Training.Data;

/// <summary>
/// Reads the word 5-grams of a document as hashes, by the tokens of the classifiers: case, composition and punctuation do not matter.
/// A document with fewer words in every field has one shingle, all of its words. For one thread.
/// </summary>
internal sealed class Shingles
{
    private const int Order = 5;

    private readonly NgramExtractor _shingles = new(new NgramRange(Order, Order), chars: null, unaccented: false, FeatureBlock.Words);
    private readonly NgramExtractor _words = new(new NgramRange(1, 1), chars: null, unaccented: false, FeatureBlock.Words);
    private readonly NgramBuffer _buffer = new();

    /// <summary>The shingles in reading order, repeats included; none for a document without a word. Valid until the next call.</summary>
    public ReadOnlySpan<ulong> Read(Document document)
    {
        Extract(_shingles, document);
        if (_buffer.Count > 0) return _buffer.Hashes;
        Extract(_words, document);
        if (_buffer.Count == 0) return [];
        ulong all = 0;
        foreach (ulong word in _buffer.Hashes) all = FeatureHash.Join(all, word);
        _buffer.Clear();
        _buffer.Add(all, 0, 0);
        return _buffer.Hashes;
    }

    /// <summary>The different shingles, ascending.</summary>
    public ulong[] ReadSet(Document document)
    {
        ulong[] set = Read(document).ToArray();
        Array.Sort(set);
        int count = 0;
        for (int i = 0; i < set.Length; i++)
            if (i == 0 || set[i] != set[i - 1]) set[count++] = set[i];
        return set[..count];
    }

    /// <summary>Size of the intersection over size of the union (Jaccard 1901) of two ascending sets; 0 for two empty ones.</summary>
    public static double Similarity(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        int common = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j]) common++;
            bool moveLeft = left[i] <= right[j], moveRight = right[j] <= left[i];
            if (moveLeft) i++;
            if (moveRight) j++;
        }
        int union = left.Length + right.Length - common;
        return union == 0 ? 0 : (double)common / union;
    }

    private void Extract(NgramExtractor extractor, Document document)
    {
        _buffer.Clear();
        DocumentTexts texts = document.Read();
        for (int i = 0; i < texts.Ends.Length; i++) extractor.Extract(texts[i], _buffer);
    }
}
