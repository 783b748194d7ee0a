using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerWeightTests
{
    private static readonly string[] Optimizing = ["LinearSvm", "SdcaMaximumEntropy", "LbfgsMaximumEntropy"];

    public static TheoryData<string, bool> Cases(bool withNaiveBayes)
    {
        var cases = new TheoryData<string, bool>();
        foreach (string name in withNaiveBayes ? [.. Optimizing, "NaiveBayes"] : Optimizing)
            foreach (bool isExclusive in new[] { true, false }) cases.Add(name, isExclusive);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases), true)]
    public void ExampleWeights_OfWholeNumbers_EqualRepeatedExamples(string name, bool isExclusive)
    {
        TrainingProblem problem = TestProblem.Random(40, 8, 3, isExclusive);
        int[] times = [.. Enumerable.Range(0, 40).Select(i => 1 + i % 3)];
        TrainingProblem repeated = TestProblem.Select(problem, [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat(i, times[i]))]);

        AssertClose(Train(name, repeated), Train(name, problem with { ExampleWeights = [.. times.Select(time => (float)time)] }));
    }

    [Theory]
    [MemberData(nameof(Cases), true)]
    public void PositiveWeights_OfWholeNumbers_EqualRepeatedExamples(string name, bool isExclusive)
    {
        TrainingProblem problem = TestProblem.Random(40, 8, 3, isExclusive);
        if (name == "LinearSvm" || !isExclusive)
        {
            // Each label is a problem of its own here: its positive examples twice, its others three times.
            problem = TestProblem.OneLabel(problem, 1);
            AssertClose(
                Train(name, TestProblem.Select(problem, [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat(i, problem.Labels.Has(i, 0) ? 2 : 3))])),
                Train(name, problem with { PositiveWeights = [2], NegativeWeights = [3] }));
            return;
        }
        AssertClose(
            Train(name, TestProblem.Select(problem, [.. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat(i, 1 + problem.Labels[i][0]))])),
            Train(name, problem with { PositiveWeights = [1, 2, 3], NegativeWeights = [5, 6, 7] }));
    }

    [Theory]
    [MemberData(nameof(Cases), false)]
    public void FeatureScales_EqualFeaturesThatAreScaledBefore(string name, bool isExclusive)
    {
        TrainingProblem problem = TestProblem.Random(40, 8, 3, isExclusive);
        float[] scale = TestProblem.Weights(8, 21);
        (int, float)[][] rows = [.. Enumerable.Range(0, 40).Select(i => TestProblem.Row(problem.Features, i).Select(entry => (entry.Column, entry.Value * scale[entry.Column])).ToArray())];

        TrainingResult before = Train(name, problem with { Features = TestProblem.Matrix(8, rows) });
        TrainingResult scaled = Train(name, problem with { FeatureScales = [.. Enumerable.Range(0, 24).Select(i => scale[i / 3])] });

        AssertClose(before with { Weights = [.. before.Weights.Select((weight, i) => weight * scale[i / 3])] }, scaled);
    }

    [Fact]
    public void FeatureScales_OfZero_GiveAWeightOfZero()
    {
        foreach (string name in Optimizing.Append("AveragedPerceptron"))
        {
            TrainingProblem problem = TestProblem.Random(40, 8, 3, isExclusive: false);
            float[] scales = [.. Enumerable.Repeat(1f, 24)];
            scales[4] = 0;

            TrainingResult result = TrainerCatalog.Create(name, []).Train(problem with { FeatureScales = scales }, new TrainerRun());

            Assert.Equal(0, result.Weights[4]);
            Assert.All(result.Weights, weight => Assert.True(float.IsFinite(weight)));
            Assert.True(name == "AveragedPerceptron" || double.IsFinite(result.Objective));
        }
    }

    [Fact]
    public void NaiveBayes_WithFeatureScales_Refuses()
    {
        TrainingProblem problem = TestProblem.Weighted(TestProblem.Random(10, 4, 2, isExclusive: true));

        var error = Assert.Throws<ArgumentException>(() => new NaiveBayes(new()).Train(problem, new TrainerRun()));

        Assert.Equal("NaiveBayes counts features and cannot use feature scales (weighting \"logCountRatio\"); another weighting or trainer was expected", error.Message);
        Assert.Equal(["NaiveBayes"], TrainerCatalog.Trainers.Where(trainer => !trainer.UsesFeatureScales).Select(trainer => trainer.Name));
    }

    private static TrainingResult Train(string name, TrainingProblem problem)
    {
        Dictionary<string, string> options = name == "NaiveBayes" ? [] : new() { ["tolerance"] = name == "LinearSvm" ? "1e-4" : "1e-6" };
        return TrainerCatalog.Create(name, options).Train(problem, new TrainerRun());
    }

    private static void AssertClose(TrainingResult expected, TrainingResult actual)
    {
        double length = Math.Sqrt(expected.Weights.Concat(expected.Biases).Sum(weight => weight * (double)weight));
        double distance = Math.Sqrt(expected.Weights.Concat(expected.Biases).Zip(actual.Weights.Concat(actual.Biases)).Sum(pair => (pair.First - pair.Second) * (double)(pair.First - pair.Second)));
        Assert.True(distance <= 0.005 * length, $"distance {distance}, length {length}");
        if (!double.IsNaN(expected.Objective)) Assert.Equal(expected.Objective, actual.Objective, 2e-5 * expected.Objective);
    }
}
