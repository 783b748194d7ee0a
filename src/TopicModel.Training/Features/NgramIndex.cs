using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>Finds the number of a feature by its hash: flat open addressing, 16 bytes a slot, at most half full.</summary>
internal sealed class NgramIndex
{
    private readonly Slot[] _slots;

    /// <param name="hashes">[feature] -> hash; distinct.</param>
    public NgramIndex(ReadOnlySpan<ulong> hashes)
    {
        _slots = LargeArrays.Zeros<Slot>((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, hashes.Length * 2L)));
        int mask = _slots.Length - 1;
        for (int feature = 0; feature < hashes.Length; feature++)
        {
            int i = (int)(uint)hashes[feature] & mask;
            while (_slots[i].FeaturePlusOne != 0) i = (i + 1) & mask;
            _slots[i] = new Slot { Hash = hashes[feature], FeaturePlusOne = feature + 1 };
        }
    }

    /// <summary>Asks the processor to load the slot of a hash that will be looked up soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong hash)
    {
        if (!Sse.IsSupported) return;
        Sse.Prefetch0(Unsafe.AsPointer(ref _slots[(int)(uint)hash & (_slots.Length - 1)]));
    }

    /// <summary>The feature with that hash, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        for (int i = (int)(uint)hash & mask; ; i = (i + 1) & mask)
        {
            ref readonly Slot slot = ref slots[i];
            if (slot.Hash == hash || slot.FeaturePlusOne == 0) return slot.FeaturePlusOne - 1;
        }
    }

    private struct Slot
    {
        public ulong Hash;
        public int FeaturePlusOne;
    }
}
