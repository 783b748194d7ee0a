using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>
/// Counts in how many rows each hash of one partition stands: flat open addressing, 16 bytes a slot. There are 256 partitions, so the
/// table of one of them stays in the second-level cache while it is filled.
/// </summary>
internal sealed class FrequencyTable
{
    private const double MaxLoad = 0.6;

    /// <summary>Set in every key, so that none is 0.</summary>
    private const ulong Occupied = 1UL << HashBlock.PartitionShift;

    private Slot[] _slots = new Slot[1 << 8];
    private int _count;

    /// <summary>Counts the occurrences of a partition of a block. Rows come in ascending order.</summary>
    /// <param name="occurrences">As in <see cref="HashBlock.Partition"/>.</param>
    /// <param name="firstRow">Row of place 0.</param>
    public void Add(ReadOnlySpan<ulong> occurrences, int firstRow)
    {
        Reserve(occurrences.Length);
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        foreach (ulong occurrence in occurrences)
        {
            ulong key = (occurrence & HashBlock.HashMask) | Occupied;
            int row = firstRow + (int)(occurrence >> HashBlock.PartitionShift), i = (int)(uint)key & mask;
            while (slots[i].Key != key && slots[i].Key != 0) i = (i + 1) & mask;
            ref Slot slot = ref slots[i];
            if (slot.Key == 0)
            {
                slot = new Slot { Key = key, RowFrequency = 1, LastRow = row };
                _count++;
            }
            else if (slot.LastRow != row)
            {
                slot.RowFrequency++;
                slot.LastRow = row;
            }
        }
    }

    /// <summary>The hashes of at least <paramref name="least"/> rows, ascending, with the number of rows.</summary>
    /// <param name="least">At least 1.</param>
    /// <param name="partition">The top byte of the hashes.</param>
    public (ulong[] Hashes, int[] RowFrequencies) Frequent(int least, int partition)
    {
        var hashes = new List<ulong>();
        var frequencies = new List<int>();
        foreach (Slot slot in _slots)
        {
            if (slot.RowFrequency < least) continue;
            hashes.Add((slot.Key & HashBlock.HashMask) | (ulong)partition << HashBlock.PartitionShift);
            frequencies.Add(slot.RowFrequency);
        }
        (ulong[] keys, int[] items) = (hashes.ToArray(), frequencies.ToArray());
        Array.Sort(keys, items);
        return (keys, items);
    }

    /// <summary>Grows so that so many more hashes have room.</summary>
    private void Reserve(int more)
    {
        int size = _slots.Length;
        // What comes is mostly known: only a quarter of it is taken as new, and an overfull table is mended by the next call.
        while (_count + more / 4.0 > size * MaxLoad) size = checked(size * 2);
        while (_count + more >= size) size = checked(size * 2);
        if (size == _slots.Length) return;
        Slot[] slots = LargeArrays.Zeros<Slot>(size);
        foreach (Slot slot in _slots)
        {
            if (slot.Key == 0) continue;
            int i = (int)(uint)slot.Key & (size - 1);
            while (slots[i].Key != 0) i = (i + 1) & (size - 1);
            slots[i] = slot;
        }
        _slots = slots;
    }

    private struct Slot
    {
        public ulong Key;
        public int RowFrequency;
        public int LastRow;
    }
}
