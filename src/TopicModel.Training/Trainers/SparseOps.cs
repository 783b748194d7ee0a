using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopicModel.Training.Trainers;

/// <summary>
/// The sparse kernels of the trainers. Rows of the weight matrix are blocks of labels, side by side (T: 8 or 16 lanes), so
/// one feature's weights for all of them are one vector. Every lane is computed as if it were alone: products, then sums, in the order of
/// the row's entries; the scalar twins in SparseOpsTests give the same bits.
/// </summary>
internal static class SparseOps
{
    /// <summary>Labels that are trained side by side, but where there are <see cref="Lanes16"/>.</summary>
    public const int Lanes = 8;

    /// <summary>
    /// Sum of value * weights over the entries of a row: even and odd entries in two sums, added at the end, which halves the wait for
    /// the additions. <paramref name="weights"/> is [feature * lanes + lane].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Dot<T>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, ReadOnlySpan<float> weights) where T : struct, ILanes<T>
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        ref int column = ref MemoryMarshal.GetReference(columns);
        ref float value = ref MemoryMarshal.GetReference(values);
        T even = default, odd = default;
        nint i = 0, pairs = columns.Length & ~1;
        for (; i < pairs; i += 2)
        {
            even += T.Create(Unsafe.Add(ref value, i)) * T.Load(ref start, Offset<T>(Unsafe.Add(ref column, i)));
            odd += T.Create(Unsafe.Add(ref value, i + 1)) * T.Load(ref start, Offset<T>(Unsafe.Add(ref column, i + 1)));
        }
        if (i < columns.Length) even += T.Create(Unsafe.Add(ref value, i)) * T.Load(ref start, Offset<T>(Unsafe.Add(ref column, i)));
        return even + odd;
    }

    /// <summary>weights += value * step for every entry of a row; lanes as in <see cref="Dot{T}"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Axpy<T>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, T step, Span<float> weights) where T : struct, ILanes<T>
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        ref int column = ref MemoryMarshal.GetReference(columns);
        ref float value = ref MemoryMarshal.GetReference(values);
        for (nint i = 0; i < columns.Length; i++)
        {
            nuint offset = Offset<T>(Unsafe.Add(ref column, i));
            (T.Load(ref start, offset) + T.Create(Unsafe.Add(ref value, i)) * step).Store(ref start, offset);
        }
    }

    /// <summary>As <see cref="Axpy{T}"/> with a factor for each feature and lane: weights += value * step * scales².</summary>
    public static void AxpyScaled<T>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, T step, ReadOnlySpan<float> scales, Span<float> weights) where T : struct, ILanes<T>
    {
        ref float start = ref MemoryMarshal.GetReference(weights);
        ref float scaleStart = ref MemoryMarshal.GetReference(scales);
        for (int i = 0; i < columns.Length; i++)
        {
            nuint offset = Offset<T>(columns[i]);
            T scale = T.Load(ref scaleStart, offset);
            (T.Load(ref start, offset) + T.Create(values[i]) * scale * scale * step).Store(ref start, offset);
        }
    }

    /// <summary>Sum of (value * scale)² over the entries of a row, for each lane.</summary>
    public static T ScaledSquaredNorm<T>(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, ReadOnlySpan<float> scales) where T : struct, ILanes<T>
    {
        ref float start = ref MemoryMarshal.GetReference(scales);
        T sum = default;
        for (int i = 0; i < columns.Length; i++)
        {
            T scaled = T.Create(values[i]) * T.Load(ref start, Offset<T>(columns[i]));
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

    /// <summary>Where the lanes of a feature start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Offset<T>(int column) where T : struct, ILanes<T> => (nuint)(uint)column * (nuint)(uint)T.Count;
}
