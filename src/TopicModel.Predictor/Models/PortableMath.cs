namespace TopicModel.Models;

/// <summary>
/// Exponential and logarithm from additions, multiplications and divisions only. The C library's differ in the last bit from one
/// system to the next, and a model file must have the same bytes on every machine. Relative error below 1e-15 (PortableMathTests).
/// </summary>
internal static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power <paramref name="x"/>; 0 below -745, infinity above 709.78.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.78) return double.PositiveInfinity;
        if (x < -745) return 0;
        // x = k ln 2 + r with |r| <= ln 2 / 2, and the Taylor series of e^r to r^13.
        double k = Math.Floor(x / 0.6931471805599453 + 0.5);
        double r = x - k * Ln2High - k * Ln2Low;
        double sum = 1;
        for (int n = 13; n >= 1; n--) sum = 1 + r * sum / n;
        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Natural logarithm; minus infinity for 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x)) return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        // ln m = 2 artanh((m - 1) / (m + 1)); |z| <= 0.1716, so z^25 / 25 is below the last bit.
        double z = (mantissa - 1) / (mantissa + 1), square = z * z, sum = 0;
        for (int n = 23; n >= 1; n -= 2) sum = sum * square + 1.0 / n;
        return exponent * Ln2High + (2 * z * sum + exponent * Ln2Low);
    }

    /// <summary>1 / (1 + e^-x), without overflow.</summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0) return 1 / (1 + Exp(-x));
        double e = Exp(x);
        return e / (1 + e);
    }

    /// <summary>ln(1 + e^x), without overflow.</summary>
    public static double SoftPlus(double x) => x > 36 ? x : x < -36 ? Exp(x) : Log(1 + Exp(x));
}
