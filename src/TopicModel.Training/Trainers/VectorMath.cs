using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Exponential and logarithm of four numbers at a time, as <c>PortableMath</c> from additions, multiplications and divisions that are
/// never fused, so that every machine gets the same bits. Relative error below 1e-15 (VectorMathTests).
/// </summary>
internal static class VectorMath
{
    /// <summary>Numbers in a vector.</summary>
    public const int Width = 4;

    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Added to a whole number below 2^51, leaves it in the lowest bits of the sum.</summary>
    private const double Shifter = 6755399441055744.0;

    /// <summary>e to the power <paramref name="x"/>, which is taken as -708 below -708 (a result of 3e-308) and as 709 above 709.</summary>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-708.0)), Vector256.Create(709.0));
        Vector256<double> k = Vector256.Floor(x * Vector256.Create(1 / 0.6931471805599453) + Vector256.Create(0.5));
        Vector256<double> r = x - k * Vector256.Create(Ln2High) - k * Vector256.Create(Ln2Low);
        Vector256<double> sum = Vector256.Create(1.0 / 6227020800);
        sum = sum * r + Vector256.Create(1.0 / 479001600);
        sum = sum * r + Vector256.Create(1.0 / 39916800);
        sum = sum * r + Vector256.Create(1.0 / 3628800);
        sum = sum * r + Vector256.Create(1.0 / 362880);
        sum = sum * r + Vector256.Create(1.0 / 40320);
        sum = sum * r + Vector256.Create(1.0 / 5040);
        sum = sum * r + Vector256.Create(1.0 / 720);
        sum = sum * r + Vector256.Create(1.0 / 120);
        sum = sum * r + Vector256.Create(1.0 / 24);
        sum = sum * r + Vector256.Create(1.0 / 6);
        sum = sum * r + Vector256.Create(0.5);
        sum = sum * r + Vector256<double>.One;
        sum = sum * r + Vector256<double>.One;
        Vector256<long> exponent = (k + Vector256.Create(Shifter)).AsInt64() + Vector256.Create(1023L);
        return sum * (exponent << 52).AsDouble();
    }

    /// <summary>Natural logarithm of normal numbers above 0 (from 2.3e-308); of anything else the result has no meaning.</summary>
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<long> bits = x.AsInt64();
        Vector256<double> exponent = ((bits >>> 52) | Vector256.Create(0x4330000000000000L)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023);
        Vector256<double> mantissa = ((bits & Vector256.Create(0x000FFFFFFFFFFFFFL)) | Vector256.Create(0x3FF0000000000000L)).AsDouble();
        Vector256<double> isLarge = Vector256.GreaterThan(mantissa, Vector256.Create(1.4142135623730951));
        mantissa = Vector256.ConditionalSelect(isLarge, mantissa * Vector256.Create(0.5), mantissa);
        exponent += isLarge & Vector256<double>.One;
        Vector256<double> z = (mantissa - Vector256<double>.One) / (mantissa + Vector256<double>.One);
        Vector256<double> sum = InverseHyperbolicTangentSeries(z * z);
        return exponent * Vector256.Create(Ln2High) + (Vector256.Create(2.0) * z * sum + exponent * Vector256.Create(Ln2Low));
    }

    /// <summary>1 / (1 + e^-x).</summary>
    public static Vector256<double> Sigmoid(Vector256<double> x) => Vector256<double>.One / (Vector256<double>.One + Exp(-x));

    /// <summary>ln(1 + e^x), without overflow.</summary>
    public static Vector256<double> SoftPlus(Vector256<double> x) =>
        Vector256.Max(x, Vector256<double>.Zero) + Log(Vector256<double>.One + Exp(-Vector256.Abs(x)));

    /// <summary>Sum of the four, in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> x) => (x[0] + x[1]) + (x[2] + x[3]);

    /// <summary>artanh(z) / z from z²; |z| is at most 0.1716, so z^24 / 25 is below the last bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> InverseHyperbolicTangentSeries(Vector256<double> square)
    {
        Vector256<double> sum = Vector256.Create(1.0 / 23);
        sum = sum * square + Vector256.Create(1.0 / 21);
        sum = sum * square + Vector256.Create(1.0 / 19);
        sum = sum * square + Vector256.Create(1.0 / 17);
        sum = sum * square + Vector256.Create(1.0 / 15);
        sum = sum * square + Vector256.Create(1.0 / 13);
        sum = sum * square + Vector256.Create(1.0 / 11);
        sum = sum * square + Vector256.Create(1.0 / 9);
        sum = sum * square + Vector256.Create(1.0 / 7);
        sum = sum * square + Vector256.Create(1.0 / 5);
        sum = sum * square + Vector256.Create(1.0 / 3);
        return sum * square + Vector256<double>.One;
    }
}
