using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TopicModel.Models;

/// <summary>
/// Spreads packed signed bytes over the eight lanes whose bits are set in a mask: the k-th byte goes to the k-th set bit, the other
/// lanes get 0.
/// </summary>
internal static class LaneSpread
{
    /// <summary>[mask] -> for each lane the index of its packed byte, 255 for none; eight bytes.</summary>
    private static readonly ulong[] Indices = BuildIndices();

    /// <summary>q|q| of every lane, q its byte or 0. Reads eight bytes from <paramref name="packed"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Squares(ref sbyte packed, byte mask)
    {
        // An index of 255 gives 0 on every processor.
        Vector128<byte> codes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref packed))).AsByte();
        Vector128<byte> places = Vector128.CreateScalarUnsafe(Indices[mask]).AsByte();
        // The same, but what is compiled ahead of time can have the first only.
        Vector128<byte> spread = Ssse3.IsSupported ? Ssse3.Shuffle(codes, places) : Vector128.ShuffleNative(codes, places);
        Vector128<short> wide = Vector128.WidenLower(spread.AsSByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(wide * Vector128.Abs(wide)), Vector128.WidenUpper(wide * Vector128.Abs(wide))));
    }

    private static ulong[] BuildIndices()
    {
        var indices = new ulong[256];
        for (int mask = 0; mask < indices.Length; mask++)
            for (int lane = 0; lane < 8; lane++)
            {
                ulong index = (mask >> lane & 1) == 0 ? 255 : (ulong)BitOperations.PopCount((uint)mask & (1u << lane) - 1);
                indices[mask] |= index << lane * 8;
            }
        return indices;
    }
}
