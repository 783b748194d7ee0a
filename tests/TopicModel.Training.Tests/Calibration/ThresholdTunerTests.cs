using FsCheck;
using FsCheck.Fluent;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Calibration;

public class ThresholdTunerTests
{
    [Fact]
    public void BestCut_AgainstEveryCut_HasTheHighestF1() => Prop.ForAll<int>(seed =>
    {
        var random = new DeterministicRandom(seed);
        int examples = 1 + random.Next(20);
        double[] descending = [.. Enumerable.Range(0, examples).Select(_ => (1 + random.Next(9)) / 10.0).OrderDescending()];
        bool[] isPositive = [.. Enumerable.Range(0, examples).Select(_ => random.Next(3) == 0)];
        int[] weights = [.. Enumerable.Range(0, examples).Select(_ => random.Next(3))];
        double? cut = ThresholdTuner.BestCut(descending, isPositive, weights);
        if (cut is null) return !isPositive.Where((positive, i) => positive && weights[i] > 0).Any();
        double best = Enumerable.Range(0, 100).Max(t => F1(descending, isPositive, weights, t / 100.0));
        return Math.Abs(best - F1(descending, isPositive, weights, cut.Value)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void BestCut_NegativesThatCountSeveralTimes_IsThatOfTheirCopies(int times) => Prop.ForAll<int>(seed =>
    {
        var random = new DeterministicRandom(seed);
        int examples = 1 + random.Next(20);
        double[] descending = [.. Enumerable.Range(0, examples).Select(_ => (1 + random.Next(9)) / 10.0).OrderDescending()];
        bool[] isPositive = [.. Enumerable.Range(0, examples).Select(_ => random.Next(3) == 0)];
        int[] weights = [.. Enumerable.Range(0, examples).Select(_ => random.Next(3))];
        int[] copied = [.. weights.Zip(isPositive, (weight, positive) => positive ? weight : weight * times)];
        return ThresholdTuner.BestCut(descending, isPositive, weights, times) == ThresholdTuner.BestCut(descending, isPositive, copied);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void BestCut_Plateau_IsCutHalfWay() =>
        Assert.Equal(0.5, ThresholdTuner.BestCut([0.9, 0.8, 0.6, 0.2], [true, true, false, false], [1, 1, 0, 1])!.Value, 1e-12);

    [Fact]
    public void BestCut_EqualProbabilities_AreNotCutApart() =>
        Assert.Equal(0.4, ThresholdTuner.BestCut([0.5, 0.5, 0.3], [true, false, false], [1, 1, 1])!.Value, 1e-12);

    [Fact]
    public void BestCut_EquallyGoodCuts_TakesTheHighest() =>
        Assert.Equal(0.75, ThresholdTuner.BestCut([0.9, 0.6, 0.5, 0.4], [true, false, false, true], [1, 1, 1, 1])!.Value, 1e-12);

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(6, 0.15)]
    public void BestCut_PositivesWithProbabilityZero_AreMissesWhateverTheCut(int refused, double expected)
    {
        double[] descending = [0.9, 0.6, 0.5, 0.4, 0.3, .. new double[refused]];
        bool[] isPositive = [true, false, false, false, true, .. Enumerable.Repeat(true, refused)];
        int[] once = [.. Enumerable.Repeat(1, descending.Length)];
        Assert.Equal(expected, ThresholdTuner.BestCut(descending, isPositive, once)!.Value, 1e-12);
    }

    [Fact]
    public void Tune_CleanGap_LiesInIt()
    {
        double[] probabilities = [.. Enumerable.Range(0, 40).Select(i => i < 30 ? 0.1 + i * 0.003 : 0.7 + i * 0.005)];
        Assert.InRange(ThresholdTuner.Tune(probabilities, [.. Enumerable.Range(0, 40).Select(i => i >= 30)], seed: 1), 0.2, 0.85);
    }

    [Fact]
    public void Tune_ExamplesInAnotherOrder_GivesTheSameThreshold()
    {
        (double[] probabilities, bool[] isPositive) = Sample(90, seed: 3);
        for (int i = 0; i < probabilities.Length; i++) probabilities[i] = Math.Round(probabilities[i], 1);
        int[] order = [.. Enumerable.Range(0, 90)];
        new DeterministicRandom(5).Shuffle(order);
        Assert.Equal(ThresholdTuner.Tune(probabilities, isPositive, seed: 1),
            ThresholdTuner.Tune([.. order.Select(i => probabilities[i])], [.. order.Select(i => isPositive[i])], seed: 1));
    }

    [Fact]
    public void Tune_SmallSamples_LosesLessOnFreshDataThanTheBestCut()
    {
        (double[] fresh, bool[] freshTruth) = Sample(20_000, seed: 1000);
        int[] once = [.. Enumerable.Repeat(1, 20_000)];
        double tuned = 0, raw = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            (double[] probabilities, bool[] isPositive) = Sample(80, trial);
            int[] order = [.. Enumerable.Range(0, 80).OrderByDescending(i => probabilities[i])];
            double cut = ThresholdTuner.BestCut([.. order.Select(i => probabilities[i])], [.. order.Select(i => isPositive[i])], once.AsSpan(0, 80))!.Value;
            raw += F1(fresh, freshTruth, once, cut);
            tuned += F1(fresh, freshTruth, once, ThresholdTuner.Tune(probabilities, isPositive, seed: 42));
        }
        Assert.True(tuned > raw + 0.3, $"mean F1 {tuned / 60:0.0000}, of the best cut {raw / 60:0.0000}");
    }

    [Theory]
    [InlineData(0.001, 0.05)]
    [InlineData(0.999, 0.95)]
    public void Tune_ExtremeProbabilities_IsClamped(double centre, double expected)
    {
        double[] probabilities = [centre - 0.0005, centre - 0.0004, centre, centre + 0.0003, centre + 0.0004];
        Assert.Equal(expected, ThresholdTuner.Tune(probabilities, [false, false, true, true, true], seed: 1));
    }

    [Fact]
    public void Tune_NothingToTuneOn_IsAHalf()
    {
        Assert.Equal(0.5, ThresholdTuner.Tune([0.1, 0.2], [true, true], seed: 1));
        Assert.Equal(0.5, ThresholdTuner.Tune([0.1, 0.2], [false, false], seed: 1));
        Assert.Equal(0.5, ThresholdTuner.Tune([0.1, 0.1], [false, true], seed: 1));
    }

    /// <summary>Calibrated probabilities of a label that a fifth of the examples has.</summary>
    private static (double[] Probabilities, bool[] IsPositive) Sample(int examples, int seed)
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(examples, slope: 1.5, offset: -1.8, seed);
        return ([.. scores.Select(score => PortableMath.Sigmoid(1.5 * score - 1.8))], isPositive);
    }

    private static double F1(double[] probabilities, bool[] isPositive, int[] weights, double threshold)
    {
        int hits = 0, given = 0, positives = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (isPositive[i]) positives += weights[i];
            if (probabilities[i] < threshold) continue;
            given += weights[i];
            if (isPositive[i]) hits += weights[i];
        }
        return given + positives == 0 ? 0 : 2.0 * hits / (given + positives);
    }
}
