using TopicModel.Training.Calibration;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Calibration;

public class LogisticFitTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(30)]
    public void Fit_AgainstPerturbations_IsTheMinimum(double ridge)
    {
        (double[] features, double[] targets) = Problem(80);
        (double[] weights, double bias) = LogisticFit.Fit(features, 3, targets, ridge);
        double least = Objective(features, targets, ridge, weights, bias);
        foreach (double change in (double[])[-1e-3, 1e-3])
        {
            for (int i = 0; i < 3; i++)
            {
                double[] changed = [.. weights];
                changed[i] += change;
                Assert.True(Objective(features, targets, ridge, changed, bias) > least, $"weight {i} can be changed by {change}");
            }
            Assert.True(Objective(features, targets, ridge, weights, bias + change) > least, $"the bias can be changed by {change}");
        }
    }

    [Fact]
    public void Fit_FeatureThatNeverVaries_HasWeight0()
    {
        (double[] features, double[] targets) = Problem(40);
        for (int i = 1; i < features.Length; i += 3) features[i] = 0.1;
        Assert.Equal(0, LogisticFit.Fit(features, 3, targets, 1).Weights[1]);
    }

    [Fact]
    public void SmoothedTargets_AreThoseOfPlatt() =>
        Assert.Equal([3 / 4.0, 1 / 5.0, 3 / 4.0, 1 / 5.0, 1 / 5.0], LogisticFit.SmoothedTargets([true, false, true, false, false]));

    private static (double[] Features, double[] Targets) Problem(int examples)
    {
        var random = new DeterministicRandom(11);
        var features = new double[examples * 3];
        for (int i = 0; i < features.Length; i++) features[i] = SyntheticScores.Normal(ref random) * (i % 3 == 0 ? 100 : 1) + (i % 3 == 2 ? 50 : 0);
        bool[] isPositive = [.. Enumerable.Range(0, examples).Select(i => features[3 * i] / 100 + features[3 * i + 1] > 0.3)];
        return (features, LogisticFit.SmoothedTargets(isPositive));
    }

    private static double Objective(double[] features, double[] targets, double ridge, double[] weights, double bias)
    {
        double sum = 0;
        for (int feature = 0; feature < 3; feature++)
        {
            double[] values = [.. features.Where((_, i) => i % 3 == feature)];
            double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
            sum += ridge / 2 * weights[feature] * weights[feature] * variance;
        }
        for (int i = 0; i < targets.Length; i++)
        {
            double z = bias;
            for (int feature = 0; feature < 3; feature++) z += weights[feature] * features[3 * i + feature];
            sum += Math.Log(1 + Math.Exp(z)) - targets[i] * z;
        }
        return sum;
    }
}
