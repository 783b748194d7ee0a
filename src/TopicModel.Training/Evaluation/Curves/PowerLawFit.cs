using TopicModel.Models;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Curves;

/// <summary>Fits a <see cref="PowerLaw"/> to a learning curve.</summary>
internal static class PowerLawFit
{
    private const int MinPoints = 4, ExtrapolatedPoints = 9;

    /// <summary>Exponents tried, evenly apart on a logarithmic scale; the least squares are flat around the best, so that no finer search is needed.</summary>
    private const double LowestExponent = 0.05, HighestExponent = 2;
    private const int Exponents = 400;

    /// <summary>
    /// The law with the least squared error, points weighed by their number of documents; for a given exponent that is a linear problem. Null
    /// when there are fewer than four points, or no law grows.
    /// </summary>
    public static PowerLaw? Fit(IReadOnlyList<LearningCurvePoint> points)
    {
        if (points.Count < MinPoints) return null;
        (double Error, double Limit, double Amplitude, double Exponent)? best = null;
        for (int i = 0; i < Exponents; i++)
        {
            double exponent = LowestExponent * PortableMath.Exp(PortableMath.Log(HighestExponent / LowestExponent) * i / (Exponents - 1));
            if (Solve(points, exponent) is { } law && (best is null || law.Error < best.Value.Error)) best = law;
        }
        if (best is not { } found) return null;
        var power = new PowerLaw(found.Limit, found.Amplitude, found.Exponent, []);
        double documents = points[^1].Documents;
        return power with
        {
            Extrapolation = [.. Enumerable.Range(0, ExtrapolatedPoints).Select(i => documents * (1 + (double)i / (ExtrapolatedPoints - 1))).Select(count => new ExtrapolatedPoint(count, power.At(count)))],
        };
    }

    /// <summary>Weighted least squares of score = limit − amplitude · x with x = documents^(−exponent), the limit at most 1; null when the amplitude would not be above 0.</summary>
    private static (double Error, double Limit, double Amplitude, double Exponent)? Solve(IReadOnlyList<LearningCurvePoint> points, double exponent)
    {
        double[] x = [.. points.Select(point => PortableMath.Exp(-exponent * PortableMath.Log(point.Documents)))];
        double weight = points.Sum(point => (double)point.Documents), meanX = points.Zip(x, (point, at) => point.Documents * at).Sum() / weight, meanY = points.Sum(point => point.Documents * point.Score) / weight;
        double covariance = points.Zip(x, (point, at) => point.Documents * (at - meanX) * (point.Score - meanY)).Sum(), variance = points.Zip(x, (point, at) => point.Documents * (at - meanX) * (at - meanX)).Sum();
        double amplitude = -covariance / variance, limit = meanY + amplitude * meanX;
        if (limit > 1)
        {
            limit = 1;
            amplitude = points.Zip(x, (point, at) => point.Documents * at * (1 - point.Score)).Sum() / points.Zip(x, (point, at) => point.Documents * at * at).Sum();
        }
        if (!(amplitude > 0)) return null;
        double error = points.Zip(x, (point, at) => point.Documents * (point.Score - limit + amplitude * at) * (point.Score - limit + amplitude * at)).Sum();
        return (error, limit, amplitude, exponent);
    }
}
