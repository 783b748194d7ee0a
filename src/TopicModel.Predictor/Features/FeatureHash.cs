using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopicModel.Features;

/// <summary>
/// The 64-bit identity of a token, an n-gram and a feature. Part of the model format: docs/model-format.md has it step by step, and
/// another language must arrive at the same numbers. At 10 million features the chance of any collision is about 3 in a million.
/// </summary>
internal static class FeatureHash
{
    private const ulong LengthMultiplier = 0x9E3779B97F4A7C15, GroupMultiplier = 0xD6E8FEB86659FD93, FinalMultiplier = 0xFF51AFD7ED558CCD;

    /// <summary>
    /// Hash of a run of UTF-16 units, read in groups of four (the first unit lowest, the last group filled with zeros).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Units(ReadOnlySpan<char> units)
    {
        ulong hash = (ulong)units.Length * LengthMultiplier;
        int i = 0;
        for (; i + 4 <= units.Length; i += 4) hash = Step(hash, LoadGroup(units, i));
        int rest = units.Length - i;
        if (rest > 0) hash = Step(hash, LoadTail(units[i..]));
        return Finish(hash);
    }

    /// <summary>Hash of the n-gram that is the n-gram <paramref name="left"/> followed by the token <paramref name="right"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Join(ulong left, ulong right) => Finish((BitOperations.RotateLeft(left, 23) ^ right) * GroupMultiplier);

    /// <summary>The feature that an n-gram is in one block (accented words, unaccented words, characters, ...).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong InBlock(ulong ngram, FeatureBlock block) => ngram ^ ((ulong)block * LengthMultiplier);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LoadGroup(ReadOnlySpan<char> units, int start) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(units.Slice(start, 4)));

    private static ulong LoadTail(ReadOnlySpan<char> tail)
    {
        ulong group = tail[0];
        if (tail.Length > 1) group |= (ulong)tail[1] << 16;
        if (tail.Length > 2) group |= (ulong)tail[2] << 32;
        return group;
    }

    private static ulong Step(ulong hash, ulong group)
    {
        hash = (hash ^ group) * GroupMultiplier;
        return hash ^ (hash >> 32);
    }

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 29;
        hash *= FinalMultiplier;
        return hash ^ (hash >> 32);
    }
}
