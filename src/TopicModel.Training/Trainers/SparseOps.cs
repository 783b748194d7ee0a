using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// The sparse kernels of the trainers. Rows of the weight matrix are blocks of <see cref="Lanes"/> labels, side by side, so one
/// feature's weights for all of them are one vector. Every lane is computed as if it were alone: products, then sums, in the order of
/// the row's entries; the scalar twins in SparseOpsTests give the same bits.
/// </summary>
internal static class SparseOps
{
    /// <summary>Labels that are trained side by side.</summary>
    public const int Lanes = 8;

    /// <summary>
    /// Sum of value * weights over the entries of a row: even and odd entries in two sums, added at the end, which halves the wait for
    /// the additions. <paramref name="weights"/> is [feature * Lanes + lane].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Dot(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, ReadOnlySpan<float> weights)
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        Vector256<float> even = Vector256<float>.Zero, odd = Vector256<float>.Zero;
        int i = 0;
        for (; i + 1 < columns.Length; i += 2)
        {
            even += Vector256.Create(values[i]) * Vector256.LoadUnsafe(ref start, (nuint)columns[i] * Lanes);
            odd += Vector256.Create(values[i + 1]) * Vector256.LoadUnsafe(ref start, (nuint)columns[i + 1] * Lanes);
        }
        if (i < columns.Length) even += Vector256.Create(values[i]) * Vector256.LoadUnsafe(ref start, (nuint)columns[i] * Lanes);
        return even + odd;
    }

    /// <summary>weights += value * step for every entry of a row; lanes as in <see cref="Dot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Axpy(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Vector256<float> step, Span<float> weights)
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        for (int i = 0; i < columns.Length; i++)
        {
            nuint offset = (nuint)columns[i] * Lanes;
            (Vector256.LoadUnsafe(ref start, offset) + Vector256.Create(values[i]) * step).StoreUnsafe(ref start, offset);
        }
    }

    /// <summary>As <see cref="Axpy"/> with a factor for each feature and lane: weights += value * step * scales².</summary>
    public static void AxpyScaled(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Vector256<float> step, ReadOnlySpan<float> scales, Span<float> weights)
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        ref float scaleStart = ref MemoryMarshal.GetReference(scales);
        for (int i = 0; i < columns.Length; i++)
        {
            nuint offset = (nuint)columns[i] * Lanes;
            Vector256<float> scale = Vector256.LoadUnsafe(ref scaleStart, offset);
            (Vector256.LoadUnsafe(ref start, offset) + Vector256.Create(values[i]) * scale * scale * step).StoreUnsafe(ref start, offset);
        }
    }

    /// <summary>Sum of (value * scale)² over the entries of a row, for each lane.</summary>
    public static Vector256<float> ScaledSquaredNorm(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, ReadOnlySpan<float> scales)
    {
        ref float start = ref MemoryMarshal.GetReference(scales);
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < columns.Length; i++)
        {
            Vector256<float> scaled = Vector256.Create(values[i]) * Vector256.LoadUnsafe(ref start, (nuint)columns[i] * Lanes);
            sum += scaled * scaled;
        }
        return sum;
    }

    /// <summary>Sum of the squared values.</summary>
    public static float SquaredNorm(ReadOnlySpan<float> values)
    {
        float sum = 0;
        foreach (float value in values) sum += value * value;
        return sum;
    }

    /// <summary>All bits set in the lanes whose bit of <paramref name="bits"/> is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mask(byte bits) =>
        Vector256.Equals(Vector256.Create((int)bits) & LaneBits, LaneBits).AsSingle();

    /// <summary>[lane] -> its bit.</summary>
    private static Vector256<int> LaneBits => Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
}
