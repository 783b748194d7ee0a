using System.Runtime.InteropServices;
using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>
/// How often each feature stands in each row. The texts are read twice, first to find the features and then to count them: reading is
/// cheaper than keeping what will not be a feature. Features are numbered by the rows that they stand in, the most frequent first, of
/// equally frequent ones the lower hash: the same numbers on any number of threads.
/// </summary>
internal sealed class CountMatrix
{
    private CountMatrix(SparseCounts counts, ulong[] hashes) => (Counts, Hashes) = (counts, hashes);

    /// <summary>[row, feature] -> count.</summary>
    public SparseCounts Counts { get; }

    /// <summary>[feature] -> hash.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Counts all rows of <paramref name="source"/>; features of fewer than <paramref name="minDocumentFrequency"/> rows are left out.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CountMatrix Build(IFeatureSource source, int minDocumentFrequency, int threads, CancellationToken cancellationToken = default)
    {
        (ulong[] hashes, int[] rowFrequencies) = NgramCensus.Take(source, minDocumentFrequency, threads, cancellationToken);
        LargeArrays.Release(rowFrequencies.Sum(frequency => (long)frequency));
        var index = new NgramIndex(hashes);
        var chunks = new CountChunk[RowChunks.Count(source.Count)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, chunks.Length, options, () => new ChunkCounter(source, index, hashes.Length), (i, _, counter) =>
        {
            (int first, int end) = RowChunks.Rows(i, source.Count);
            chunks[i] = counter.Count(first, end, cancellationToken);
            return counter;
        }, _ => { });
        return new CountMatrix(new SparseCounts(source.Count, rowFrequencies, chunks), hashes);
    }

    /// <summary>
    /// The first rows with their entries in the order in which their text has the features, as the predictor sees them: sums in that
    /// order have the predictor's last bit too. The counts are those of the matrix.
    /// </summary>
    public SparseCounts InReadingOrder(IFeatureSource source, int rowCount)
    {
        var ngrams = new NgramBuffer();
        var chunks = new CountChunk[RowChunks.Count(rowCount)];
        for (int i = 0; i < chunks.Length; i++)
        {
            (int first, int end) = RowChunks.Rows(i, rowCount);
            var starts = new int[end - first + 1];
            (List<int> columns, List<float> counts) = ([], []);
            for (int row = first; row < end; row++)
            {
                source.Extract(row, ngrams);
                AddInOrder(ngrams.Hashes, Entries(row), columns, counts);
                starts[row - first + 1] = columns.Count;
            }
            chunks[i] = new CountChunk(starts, [.. columns], CompactCounts.Of(CollectionsMarshal.AsSpan(counts)));
        }
        return new SparseCounts(rowCount, Counts.FrequenciesIn([.. Enumerable.Range(0, rowCount)]), chunks);
    }

    private static void AddInOrder(ReadOnlySpan<ulong> hashes, Dictionary<ulong, (int Column, float Count)> entries, List<int> columns, List<float> counts)
    {
        foreach (ulong hash in hashes)
        {
            if (!entries.Remove(hash, out (int Column, float Count) entry)) continue;
            columns.Add(entry.Column);
            counts.Add(entry.Count);
        }
    }

    private Dictionary<ulong, (int Column, float Count)> Entries(int row)
    {
        ReadOnlySpan<int> columns = Counts.RowColumns(row);
        var counts = new float[columns.Length];
        Counts.CopyCounts(row, counts);
        var entries = new Dictionary<ulong, (int, float)>();
        for (int i = 0; i < columns.Length; i++) entries.Add(Hashes[columns[i]], (columns[i], counts[i]));
        return entries;
    }
}
