using TopicModel.Features;

namespace TopicModel.Training.Data;

/// <summary>
/// One sketch a document by one-permutation MinHash (Li, Owen &amp; Zhang 2012): shingles fall into bins and each bin keeps its
/// smallest; an empty bin borrows from a filled one that its number and the attempt choose (Shrivastava 2017). The share of equal bins
/// of two sketches estimates the Jaccard similarity of the shingle sets.
/// </summary>
internal sealed class ShingleSketches
{
    /// <summary>Bins that make one key of the index.</summary>
    public const int Rows = 5;

    /// <summary>
    /// Number of keys. Documents of similarity 0.8 miss each other in all of them with a chance of (1 - 0.8^5)^25 = 0.00005, those of
    /// similarity 0.3 meet with one of 0.06.
    /// </summary>
    public const int Bands = 25;

    /// <summary>Bins of a sketch.</summary>
    public const int Bins = Rows * Bands;

    private readonly uint[] _bins;

    /// <param name="documents">The documents.</param>
    /// <param name="threads">Threads to use; the sketches do not depend on it.</param>
    /// <param name="cancellationToken">Stops promptly.</param>
    public ShingleSketches(IReadOnlyList<Document> documents, int threads, CancellationToken cancellationToken)
    {
        (_bins, Sizes, Sums) = (new uint[documents.Count * Bins], new int[documents.Count], new ulong[documents.Count]);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, documents.Count, options, () => new Shingles(), (i, _, shingles) =>
        {
            Add(i, shingles.Read(documents[i]));
            return shingles;
        }, _ => { });
    }

    /// <summary>[document] -> number of its shingles, repeats included.</summary>
    public int[] Sizes { get; }

    /// <summary>[document] -> sum of its shingles, which in any order is the same for the same shingles.</summary>
    public ulong[] Sums { get; }

    /// <summary>A key that documents with equal bins of a band share.</summary>
    public ulong Key(int document, int band)
    {
        ulong key = (ulong)band;
        foreach (uint bin in _bins.AsSpan(document * Bins + band * Rows, Rows)) key = FeatureHash.Join(key, bin);
        return key;
    }

    /// <summary>Estimate of the Jaccard similarity, 0 to 1; its standard error at 0.8 is 0.036.</summary>
    public double Similarity(int left, int right)
    {
        ReadOnlySpan<uint> leftBins = _bins.AsSpan(left * Bins, Bins), rightBins = _bins.AsSpan(right * Bins, Bins);
        int equal = 0;
        for (int i = 0; i < leftBins.Length; i++)
            if (leftBins[i] == rightBins[i]) equal++;
        return (double)equal / Bins;
    }

    private void Add(int document, ReadOnlySpan<ulong> shingles)
    {
        Span<uint> bins = _bins.AsSpan(document * Bins, Bins);
        Span<bool> filled = stackalloc bool[Bins];
        bins.Fill(uint.MaxValue);
        ulong sum = 0;
        foreach (ulong shingle in shingles)
        {
            sum += shingle;
            int bin = (int)((shingle >> 32) * Bins >> 32);
            filled[bin] = true;
            bins[bin] = Math.Min(bins[bin], (uint)shingle);
        }
        (Sizes[document], Sums[document]) = (shingles.Length, sum);
        if (shingles.Length > 0) FillEmpty(bins, filled);
    }

    private static void FillEmpty(Span<uint> bins, ReadOnlySpan<bool> filled)
    {
        for (int bin = 0; bin < bins.Length; bin++)
        {
            if (filled[bin]) continue;
            int source = bin;
            for (uint attempt = 1; !filled[source]; attempt++) source = (int)((FeatureHash.Join((ulong)bin, attempt) >> 32) * Bins >> 32);
            bins[bin] = bins[source];
        }
    }
}
