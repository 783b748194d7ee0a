using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Curves;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Evaluation.Curves;

public class PowerLawFitTests
{
    [Theory]
    [InlineData(0.9, 3, 0.5)]
    [InlineData(0.98, 12, 0.9)]
    [InlineData(1, 1.5, 0.2)]
    public void Fit_PointsOfALaw_FindsIt(double limit, double amplitude, double exponent)
    {
        PowerLaw law = PowerLawFit.Fit(Points(n => limit - amplitude * Math.Pow(n, -exponent), 100, 200, 400, 700, 1000))!;

        Assert.Equal(limit, law.Limit, 0.01);
        Assert.Equal(limit - amplitude * Math.Pow(2000, -exponent), law.Extrapolation[^1].Score, 0.002);
        Assert.Equal((9, 1000.0, 2000.0), (law.Extrapolation.Count, law.Extrapolation[0].Documents, law.Extrapolation[^1].Documents));
    }

    [Fact]
    public void Fit_StraightToTheTop_NeverPromisesMoreThanOne()
    {
        PowerLaw law = PowerLawFit.Fit(Points(n => 0.5 + n / 2500, 100, 200, 400, 700, 1000))!;

        Assert.Equal(1, law.Limit);
        Assert.All(law.Extrapolation, point => Assert.InRange(point.Score, 0.5, 1));
    }

    [Fact]
    public void Fit_FallingScore_FindsNone() => Assert.Null(PowerLawFit.Fit(Points(n => 0.9 - n / 5000, 100, 200, 400, 700, 1000)));

    [Fact]
    public void Fit_FlatScore_FindsNone() => Assert.Null(PowerLawFit.Fit(Points(_ => 1, 100, 200, 400, 700, 1000)));

    [Fact]
    public void Fit_ThreePoints_FindsNone() => Assert.Null(PowerLawFit.Fit(Points(n => 1 - 1 / n, 100, 200, 400)));

    private static LearningCurvePoint[] Points(Func<double, double> score, params int[] documents) =>
        [.. documents.Select(n => new LearningCurvePoint((double)n / documents[^1], n, score(n), new Interval(0, 1)))];
}
