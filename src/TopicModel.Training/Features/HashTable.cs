using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TopicModel.Training.Features;

/// <summary>
/// Numbers 64-bit hashes in the order in which they first come: flat open addressing, 16 bytes a slot, which also remember the last
/// entry made for the hash, so that repeats inside a document cost no second look-up.
/// </summary>
internal sealed class HashTable
{
    private const double MaxLoad = 0.6;

    private Slot[] _slots;
    private ulong[] _hashes;

    /// <param name="capacity">Hashes to expect; it grows beyond.</param>
    public HashTable(int capacity)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity / MaxLoad));
        (_slots, _hashes) = (new Slot[size], new ulong[Math.Max(16, capacity)]);
    }

    /// <summary>Number of different hashes.</summary>
    public int Count { get; private set; }

    /// <summary>[number] -> hash.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>Asks the processor to load the slot of a hash that will be looked up soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong hash)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref _slots[(int)(uint)hash & (_slots.Length - 1)]));
    }

    /// <summary>The number of a hash, a new one if it has none yet; <paramref name="lastEntry"/> is what the caller keeps with it, -1 at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GetOrAdd(ulong hash, out Span<int> lastEntry)
    {
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        for (int i = (int)(uint)hash & mask; ; i = (i + 1) & mask)
        {
            ref Slot slot = ref slots[i];
            if (slot.NumberPlusOne == 0) return Add(hash, out lastEntry);
            if (slot.Hash != hash) continue;
            lastEntry = new Span<int>(ref slot.LastEntry);
            return slot.NumberPlusOne - 1;
        }
    }

    private int Add(ulong hash, out Span<int> lastEntry)
    {
        if (Count >= _slots.Length * MaxLoad) Grow();
        if (Count == _hashes.Length) Array.Resize(ref _hashes, Count * 2);
        _hashes[Count] = hash;
        ref Slot slot = ref FreeSlot(_slots, hash);
        slot = new Slot { Hash = hash, NumberPlusOne = ++Count, LastEntry = -1 };
        lastEntry = new Span<int>(ref slot.LastEntry);
        return Count - 1;
    }

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (Slot slot in _slots) if (slot.NumberPlusOne != 0) FreeSlot(slots, slot.Hash) = slot;
        _slots = slots;
    }

    private static ref Slot FreeSlot(Slot[] slots, ulong hash)
    {
        int mask = slots.Length - 1, i = (int)(uint)hash & mask;
        while (slots[i].NumberPlusOne != 0) i = (i + 1) & mask;
        return ref slots[i];
    }

    private struct Slot
    {
        public ulong Hash;
        public int NumberPlusOne;
        public int LastEntry;
    }
}
