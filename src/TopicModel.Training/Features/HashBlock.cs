using TopicModel.Features;

namespace TopicModel.Training.Features;

/// <summary>
/// The n-grams of up to 256 consecutive rows, repeats included, by partitions: the top byte of a hash is its partition. Within one that
/// byte is known, so the place of the row takes its room and an occurrence is one word. Reused from block to block.
/// </summary>
internal sealed class HashBlock
{
    /// <summary>Number of partitions.</summary>
    public const int Partitions = 256;

    /// <summary>Rows of a block at most: places are one byte.</summary>
    public const int MostRows = 256;

    /// <summary>The bits of a hash that are the same in an occurrence.</summary>
    public const ulong HashMask = (1UL << PartitionShift) - 1;

    /// <summary>The bits above are the partition in a hash, the place of the row in an occurrence.</summary>
    public const int PartitionShift = 56;

    /// <summary>[partition] -> its first occurrence; one more than partitions.</summary>
    private readonly int[] _starts = new int[Partitions + 1];
    private ulong[] _occurrences = [];

    /// <summary>Number of the block's first row.</summary>
    public int FirstRow { get; private set; }

    /// <summary>The occurrences in a partition, in reading order: the hash without its top byte, the place of the row in the top byte.</summary>
    public ReadOnlySpan<ulong> Partition(int partition) => _occurrences.AsSpan(_starts[partition], _starts[partition + 1] - _starts[partition]);

    /// <summary>Reads the rows.</summary>
    public void Read(IFeatureSource source, int firstRow, int endRow, Scratch scratch, CancellationToken cancellationToken)
    {
        FirstRow = firstRow;
        scratch.Clear();
        for (int row = firstRow; row < endRow; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scratch.AddRow(source, row);
        }
        Deal(scratch);
    }

    /// <summary>Puts every occurrence into its partition: a counting sort.</summary>
    private void Deal(Scratch scratch)
    {
        ReadOnlySpan<ulong> hashes = scratch.Hashes;
        if (_occurrences.Length < hashes.Length) _occurrences = GC.AllocateUninitializedArray<ulong>(hashes.Length + hashes.Length / 8);
        Span<int> next = stackalloc int[Partitions];
        next.Clear();
        foreach (ulong hash in hashes) next[(int)(hash >> PartitionShift)]++;
        for (int partition = 0; partition < Partitions; partition++) _starts[partition + 1] = _starts[partition] + next[partition];
        _starts.AsSpan(0, Partitions).CopyTo(next);
        int start = 0;
        for (int place = 0; place < scratch.RowEnds.Count; place++)
        {
            ulong tag = (ulong)place << PartitionShift;
            foreach (ulong hash in hashes[start..scratch.RowEnds[place]])
                _occurrences[next[(int)(hash >> PartitionShift)]++] = (hash & HashMask) | tag;
            start = scratch.RowEnds[place];
        }
    }

    /// <summary>What one thread needs to read blocks.</summary>
    public sealed class Scratch
    {
        private readonly NgramBuffer _ngrams = new();
        private ulong[] _hashes = new ulong[1 << 16];
        private int _count;

        /// <summary>The hashes of all rows, in reading order.</summary>
        public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, _count);

        /// <summary>[place of a row] -> where its hashes end.</summary>
        public List<int> RowEnds { get; } = [];

        /// <summary>Forgets the rows.</summary>
        public void Clear()
        {
            _count = 0;
            RowEnds.Clear();
        }

        /// <summary>Reads a row.</summary>
        public void AddRow(IFeatureSource source, int row)
        {
            source.Extract(row, _ngrams);
            int end = checked(_count + _ngrams.Count);
            if (end > _hashes.Length) Array.Resize(ref _hashes, (int)Math.Min(Math.Max(end, _hashes.Length * 2L), Array.MaxLength));
            _ngrams.Hashes.CopyTo(_hashes.AsSpan(_count));
            RowEnds.Add(_count = end);
        }
    }
}
