using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Calibration;

public class TemperatureFitTests
{
    [Fact]
    public void Fit_AgainstGoldenSection_FindsTheSameMinimum() => Prop.ForAll<int>(seed =>
    {
        int classes = 2 + (int)((uint)seed % 5);
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(40, classes, slope: 2, seed);
        double expected = GoldenSection.Minimize(slope => SmoothedLoss(scores, truth, slope), 0, 20);
        return Math.Abs(expected - TemperatureFit.Fit(scores, truth)) < 1e-5;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.5)]
    [InlineData(8)]
    public void Fit_ManyExamples_RecoversTheTrueSlope(double trueSlope)
    {
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(20_000, 5, trueSlope, seed: 5);
        Assert.InRange(TemperatureFit.Fit(scores, truth), 0.95 * trueSlope, 1.05 * trueSlope);
    }

    [Fact]
    public void Fit_ScoresThatAreAlwaysRight_GivesAFiniteSlopeThatIsNotQuiteSure()
    {
        int[][] labels = [.. Enumerable.Range(0, 90).Select(i => new[] { i % 3 })];
        float[] scores = [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(c => c == label[0] ? 1f : 0f))];
        double slope = TemperatureFit.Fit(scores, new LabelMatrix(3, true, labels));
        // The imagined error of one in 92 is what the probabilities then say.
        Assert.Equal(1 - 1 / 92.0, 1 / (1 + 2 * Math.Exp(-slope)), 1e-6);
    }

    [Fact]
    public void Fit_ScoresWorseThanChance_KeepsTheOrderOfTheClasses()
    {
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(200, 4, slope: -3, seed: 6);
        Assert.InRange(TemperatureFit.Fit(scores, truth), 1e-6, 1e-2);
    }

    [Fact]
    public void Fit_EqualScores_Gives1() =>
        Assert.Equal(1, TemperatureFit.Fit([2, 2, -1, -1], new LabelMatrix(2, true, [[0], [1]])));

    [Fact]
    public void Fit_HugeScores_IsNotLostInRounding()
    {
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(500, 3, slope: 2, seed: 7);
        double slope = TemperatureFit.Fit(scores, truth);
        float[] huge = [.. scores.Select(score => score * 65536)];
        Assert.Equal(slope, TemperatureFit.Fit(huge, truth) * 65536, 1e-9 * slope);
    }

    private static double SmoothedLoss(float[] scores, LabelMatrix truth, double slope)
    {
        int classes = truth.LabelCount;
        double error = 1.0 / (truth.Count + 2), loss = 0;
        for (int i = 0; i < truth.Count; i++)
        {
            double[] logits = [.. scores.Skip(i * classes).Take(classes).Select(score => slope * score)];
            double logSum = Math.Log(logits.Sum(Math.Exp));
            for (int c = 0; c < classes; c++) loss += (truth[i][0] == c ? 1 - error : error / (classes - 1)) * (logSum - logits[c]);
        }
        return loss;
    }
}
