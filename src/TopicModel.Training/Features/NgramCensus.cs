namespace TopicModel.Training.Features;

/// <summary>
/// Finds the n-grams that stand in enough rows, without locks: threads read blocks of rows and deal their hashes to partitions, then
/// threads take partitions, each with a table of its own. Partitions see the blocks in the order of the rows.
/// </summary>
internal static class NgramCensus
{
    /// <summary>Blocks that are read before they are counted. Many, so that each table is loaded into the cache few times.</summary>
    private const int BlocksAtATime = 128;

    /// <summary>A block ends at this size: some 60,000 occurrences, which stay in the second-level cache while they are dealt out.</summary>
    private const long BlockSize = 1 << 17;

    /// <summary>
    /// The hashes of at least <paramref name="least"/> rows and in how many rows each stands: the most frequent first, of equally
    /// frequent ones the lower hash.
    /// </summary>
    public static (ulong[] Hashes, int[] RowFrequencies) Take(IFeatureSource source, int least, int threads, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        FrequencyTable[] tables = [.. Enumerable.Range(0, HashBlock.Partitions).Select(_ => new FrequencyTable())];
        HashBlock[] blocks = [.. Enumerable.Range(0, BlocksAtATime).Select(_ => new HashBlock())];
        foreach ((int First, int End)[] rows in Split(source).Chunk(BlocksAtATime))
        {
            Parallel.For(0, rows.Length, options, () => new HashBlock.Scratch(), (i, _, scratch) =>
            {
                blocks[i].Read(source, rows[i].First, rows[i].End, scratch, cancellationToken);
                return scratch;
            }, _ => { });
            Parallel.For(0, tables.Length, options, partition =>
            {
                for (int i = 0; i < rows.Length; i++) tables[partition].Add(blocks[i].Partition(partition), blocks[i].FirstRow);
            });
        }
        var frequent = new (ulong[] Hashes, int[] RowFrequencies)[tables.Length];
        Parallel.For(0, tables.Length, options, partition => frequent[partition] = tables[partition].Frequent(Math.Max(1, least), partition));
        return MostFrequentFirst(frequent);
    }

    /// <summary>Consecutive rows of about the same amount of text.</summary>
    private static IEnumerable<(int First, int End)> Split(IFeatureSource source)
    {
        int first = 0;
        long size = 0;
        for (int row = 0; row < source.Count; row++)
        {
            size += source.Size(row);
            if (size < BlockSize && row + 1 - first < HashBlock.MostRows && row + 1 < source.Count) continue;
            yield return (first, row + 1);
            (first, size) = (row + 1, 0);
        }
    }

    /// <summary>A counting sort: the partitions, one behind the other, are ascending by hash, and it keeps that order.</summary>
    private static (ulong[] Hashes, int[] RowFrequencies) MostFrequentFirst((ulong[] Hashes, int[] RowFrequencies)[] partitions)
    {
        int most = 0;
        foreach ((_, int[] frequencies) in partitions) foreach (int frequency in frequencies) most = Math.Max(most, frequency);
        var next = new int[most + 2];
        foreach ((_, int[] frequencies) in partitions) foreach (int frequency in frequencies) next[most - frequency + 1]++;
        for (int i = 1; i < next.Length; i++) next[i] = checked(next[i] + next[i - 1]);
        (ulong[] hashes, int[] rowFrequencies) = (new ulong[next[^1]], new int[next[^1]]);
        foreach ((ulong[] partHashes, int[] frequencies) in partitions)
            for (int i = 0; i < frequencies.Length; i++)
            {
                int place = next[most - frequencies[i]]++;
                (hashes[place], rowFrequencies[place]) = (partHashes[i], frequencies[i]);
            }
        return (hashes, rowFrequencies);
    }
}
