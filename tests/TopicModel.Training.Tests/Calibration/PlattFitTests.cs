using TopicModel.Models;
using TopicModel.Training.Calibration;

namespace TopicModel.Training.Tests.Calibration;

public class PlattFitTests
{
    [Fact]
    public void Fit_AgainstGoldenSection_FindsTheSameMinimum()
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(60, slope: 1.7, offset: -0.8, seed: 1);
        (double slope, double offset) = PlattFit.Fit(scores, isPositive);
        (double expectedSlope, double expectedOffset) = GoldenSection.Minimize((a, b) => SmoothedLoss(scores, isPositive, a, b), -8, 8);
        Assert.Equal(expectedSlope, slope, 1e-5);
        Assert.Equal(expectedOffset, offset, 1e-5);
    }

    [Theory]
    [InlineData(0.3, 1.0)]
    [InlineData(2.0, -3.0)]
    [InlineData(40.0, 0.5)]
    public void Fit_ManyExamples_RecoversTheTrueParameters(double trueSlope, double trueOffset)
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(50_000, trueSlope, trueOffset, seed: 2);
        (double slope, double offset) = PlattFit.Fit(scores, isPositive);
        Assert.InRange(slope, 0.9 * trueSlope, 1.1 * trueSlope);
        Assert.InRange(offset, trueOffset - 0.3, trueOffset + 0.3);
    }

    [Theory]
    [InlineData(1e-6, 0)]
    [InlineData(1e5, 0)]
    [InlineData(1, 1e4)]
    public void Fit_ScaledAndShiftedScores_GivesTheSameProbabilities(double scale, double shift)
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(200, 1, -1, seed: 3);
        double[] changed = [.. scores.Select(score => score * scale + shift)];
        (double slope, double offset) = PlattFit.Fit(scores, isPositive);
        (double changedSlope, double changedOffset) = PlattFit.Fit(changed, isPositive);
        for (int i = 0; i < scores.Length; i++)
            Assert.Equal(PortableMath.Sigmoid(slope * scores[i] + offset), PortableMath.Sigmoid(changedSlope * changed[i] + changedOffset), 1e-6);
    }

    [Fact]
    public void Fit_SeparableScores_StaysFiniteAndNearTheSmoothedTargets()
    {
        double[] scores = [.. Enumerable.Range(-20, 40).Select(i => i + 0.5)];
        bool[] isPositive = [.. scores.Select(score => score > 0)];
        (double slope, double offset) = PlattFit.Fit(scores, isPositive);
        Assert.True(double.IsFinite(slope) && double.IsFinite(offset) && slope > 0);
        Assert.InRange(PortableMath.Sigmoid(slope * 19.5 + offset), 0.9, 1 - 1e-6);
        Assert.InRange(PortableMath.Sigmoid(slope * -19.5 + offset), 1e-6, 0.1);
    }

    [Theory]
    [InlineData(true, 11 / 12.0)]
    [InlineData(false, 1 / 12.0)]
    public void Fit_OneClassOnly_GivesItsSmoothedShareToEveryScore(bool isPositive, double probability)
    {
        (double slope, double offset) = PlattFit.Fit([.. Enumerable.Range(0, 10).Select(i => (double)i)], [.. Enumerable.Repeat(isPositive, 10)]);
        Assert.Equal(0, slope);
        Assert.Equal(probability, PortableMath.Sigmoid(offset), 1e-12);
    }

    [Fact]
    public void Fit_EqualScores_GivesTheSmoothedShare()
    {
        (double slope, double offset) = PlattFit.Fit([3.3, 3.3, 3.3, 3.3], [true, false, false, false]);
        Assert.Equal(0, slope);
        Assert.Equal((2 / 3.0 + 3 * 0.2) / 4, PortableMath.Sigmoid(offset), 1e-12);
    }

    [Fact]
    public void Fit_ScoresThatSpeakAgainstTheLabel_AreNotTurnedAround()
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(300, slope: -2, offset: 0, seed: 4);
        Assert.Equal(0, PlattFit.Fit(scores, isPositive).Slope);
    }

    private static double SmoothedLoss(double[] scores, bool[] isPositive, double slope, double offset)
    {
        double positives = isPositive.Count(positive => positive), negatives = isPositive.Length - positives, loss = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double target = isPositive[i] ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
            double probability = 1 / (1 + Math.Exp(-(slope * scores[i] + offset)));
            loss -= target * Math.Log(probability) + (1 - target) * Math.Log(1 - probability);
        }
        return loss;
    }
}
