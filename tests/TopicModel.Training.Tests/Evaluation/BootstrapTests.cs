using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using Interval = TopicModel.Training.Evaluation.Interval;

namespace TopicModel.Training.Tests.Evaluation;

public class BootstrapTests
{
    public static TheoryData<ClassifierKind> Kinds => [.. Enum.GetValues<ClassifierKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Intervals_With1And2And8Threads_AreEqual(ClassifierKind kind)
    {
        PredictionSet set = RandomPredictions.Make(kind, 120, 4, seed: 5);
        MetricBlock one = Evaluator.Evaluate(set, 200, seed: 9, threads: 1);
        foreach (int threads in (int[])[2, 8])
            Assert.Equal(one.Intervals, Evaluator.Evaluate(set, 200, seed: 9, threads: threads).Intervals);
        Assert.NotEqual(one.Intervals, Evaluator.Evaluate(set, 200, seed: 10, threads: 1).Intervals);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Intervals_OfEveryMetric_HoldItsValue(ClassifierKind kind)
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(kind, 150, 5, seed: 6), 300);
        Assert.Equal(block.ToDictionary().Keys, block.Intervals.Keys);
        foreach ((string metric, double value) in block.ToDictionary())
        {
            Interval interval = block.Intervals[metric];
            Assert.InRange(value, interval.Low, interval.High);
            Assert.True(interval.Low < interval.High, $"{metric} has no width");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LabelIntervals_HoldTheirFigures(ClassifierKind kind)
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(kind, 150, 5, seed: 6), 300);
        foreach (LabelMetrics label in block.PerLabel)
        {
            Assert.Equal(["precision", "recall", "f1"], label.Intervals.Keys);
            Assert.InRange(label.Precision, label.Intervals["precision"].Low, label.Intervals["precision"].High);
            Assert.InRange(label.Recall, label.Intervals["recall"].Low, label.Intervals["recall"].High);
            Assert.InRange(label.F1, label.Intervals["f1"].Low, label.Intervals["f1"].High);
        }
    }

    [Fact]
    public void LabelIntervals_OfThePositiveLabel_AreThoseOfItsMetrics()
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Binary, 150, 1, seed: 6), 300);
        foreach ((string figure, Interval interval) in block.PerLabel[1].Intervals) Assert.Equal(block.Intervals[figure], interval);
        Assert.All(Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Multiclass, 20, 3, seed: 6), bootstrapSamples: 0).PerLabel, label => Assert.Empty(label.Intervals));
    }

    [Fact]
    public void Evaluate_Cancelled_StopsResampling() => Assert.ThrowsAny<OperationCanceledException>(() =>
        Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Binary, 30, 1, seed: 1), 200, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Compute_Weights_CountLikeRepeatedExamples()
    {
        Prop.ForAll<int>(seed =>
        {
            var random = new DeterministicRandom(seed);
            ClassifierKind kind = Enum.GetValues<ClassifierKind>()[random.Next(4)];
            PredictionSet set = RandomPredictions.Make(kind, 1 + random.Next(30), 2 + random.Next(4), seed);
            var weights = new int[set.Truth.Count];
            Bootstrap.Draw(random, weights);

            var metrics = new WeightedMetrics(set);
            var values = new double[WeightedMetrics.MetricCount];
            metrics.Compute(weights, new ClassCounts(metrics.Decisions.ClassCount), values);
            MetricBlock repeated = Evaluator.Evaluate(RandomPredictions.Repeat(set, weights), bootstrapSamples: 0);
            return Enum.GetValues<Metric>().All(metric => AreClose(repeated.Value(metric) ?? double.NaN, values[(int)metric]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Auc_AgainstAllPairs_IsTheShareWon()
    {
        Prop.ForAll<int>(seed =>
        {
            PredictionSet set = RandomPredictions.Make(ClassifierKind.Binary, 25, 1, seed);
            double won = 0, pairs = 0;
            for (int i = 0; i < 25; i++)
                for (int j = 0; j < 25; j++)
                    if (set.Truth.Has(i, 0) && !set.Truth.Has(j, 0))
                    {
                        pairs++;
                        won += set.Probabilities[i] > set.Probabilities[j] ? 1 : set.Probabilities[i] == set.Probabilities[j] ? 0.5 : 0;
                    }
            return AreClose(won / pairs, Evaluator.Evaluate(set, bootstrapSamples: 0).Auc);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Intervals_SentencesOfOneDocument_AreDrawnTogether()
    {
        PredictionSet documents = RandomPredictions.Make(ClassifierKind.Binary, 40, 1, seed: 8);
        int[] tenEach = [.. Enumerable.Repeat(10, 40)];
        PredictionSet sentences = RandomPredictions.Repeat(documents, tenEach) with { DocumentOf = [.. Enumerable.Range(0, 400).Select(i => i / 10)] };
        // Ten equal sentences a document say no more than the document alone.
        Interval expected = Evaluator.Evaluate(documents).Intervals["accuracy"];
        Assert.Equal(expected, Evaluator.Evaluate(sentences).Intervals["accuracy"]);
        Interval independent = Evaluator.Evaluate(sentences with { DocumentOf = null }).Intervals["accuracy"];
        Assert.True(independent.High - independent.Low < (expected.High - expected.Low) / 2);
    }

    [Fact]
    public void Intervals_Over300Samples_CoverTheTrueAccuracyAbout95TimesIn100()
    {
        int covered = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            var random = new DeterministicRandom(77, trial);
            int[][] truth = [.. Enumerable.Range(0, 150).Select(_ => random.NextDouble() < 0.8 ? new[] { 0 } : [])];
            var set = new PredictionSet(ClassifierKind.Binary, ["yes"], "no", new LabelMatrix(1, false, truth),
                [.. Enumerable.Repeat(0.8, 150)], [.. Enumerable.Repeat(true, 150)], [0.5]);
            Interval interval = Evaluator.Evaluate(set, 400, seed: trial).Intervals["accuracy"];
            if (interval.Low <= 0.8 && 0.8 <= interval.High) covered++;
        }
        Assert.InRange(covered / 300.0, 0.91, 0.98);
    }

    [Fact]
    public void Interval_UndefinedResamples_AreLeftOut()
    {
        double[] values = [double.NaN, .. Enumerable.Range(0, 101).Select(i => i / 100.0), double.NaN];
        Interval interval = Bootstrap.Interval(values, 0.5);
        Assert.Equal(0.025, interval.Low, 1e-12);
        Assert.Equal(0.975, interval.High, 1e-12);
        Assert.Equal(new Interval(0.3, 0.3), Bootstrap.Interval([double.NaN], 0.3));
    }

    [Fact]
    public void Interval_ValueOutsideTheResamples_IsHeld() => Assert.Equal(new Interval(0.1, 0.4), Bootstrap.Interval([0.4, 0.4, 0.4], 0.1));

    private static bool AreClose(double expected, double actual) =>
        double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= 1e-9;
}
