using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>Sums and products of dense double vectors, in an order that is the same on every machine.</summary>
internal static class DenseOps
{
    private const int Width = VectorMath.Width;

    /// <summary>Inner product of two vectors of the same length: eight sums side by side, added at the end.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref double leftStart = ref MemoryMarshal.GetReference(left);
        ref double rightStart = ref MemoryMarshal.GetReference(right);
        Vector256<double> even = Vector256<double>.Zero, odd = Vector256<double>.Zero;
        int i = 0;
        for (; i + 2 * Width <= left.Length; i += 2 * Width)
        {
            even += Vector256.LoadUnsafe(ref leftStart, (nuint)i) * Vector256.LoadUnsafe(ref rightStart, (nuint)i);
            odd += Vector256.LoadUnsafe(ref leftStart, (nuint)i + Width) * Vector256.LoadUnsafe(ref rightStart, (nuint)i + Width);
        }
        double sum = VectorMath.Sum(even + odd);
        for (; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    /// <summary>target += factor * source, both of the same length.</summary>
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ref double targetStart = ref MemoryMarshal.GetReference(target);
        ref double sourceStart = ref MemoryMarshal.GetReference(source);
        int i = 0;
        for (; i + Width <= target.Length; i += Width)
            (Vector256.LoadUnsafe(ref targetStart, (nuint)i) + Vector256.Create(factor) * Vector256.LoadUnsafe(ref sourceStart, (nuint)i)).StoreUnsafe(ref targetStart, (nuint)i);
        for (; i < target.Length; i++) target[i] += factor * source[i];
    }
}
