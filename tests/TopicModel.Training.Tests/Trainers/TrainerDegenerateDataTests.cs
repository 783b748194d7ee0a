using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerDegenerateDataTests
{
    public static TheoryData<string> Names() => [.. TrainerCatalog.Trainers.Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_OnSeparableExclusiveLabels_PredictsEveryExample(string name)
    {
        (int, float)[][] rows = [.. Enumerable.Range(0, 30).Select(i => new[] { (i % 3, 1f), (3 + i % 5, 0.25f) })];
        var labels = new LabelMatrix(3, true, [.. Enumerable.Range(0, 30).Select(i => new[] { i % 3 })]);

        (TrainingResult result, double[] scores) = Train(name, TestProblem.Matrix(8, rows), labels);

        Assert.True(result.Converged);
        for (int i = 0; i < 30; i++) Assert.Equal(i % 3, Enumerable.Range(0, 3).MaxBy(label => scores[i * 3 + label]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_OnOneSeparatingFeature_GivesTheSignsOfTheLabel(string name)
    {
        (int, float)[][] rows = [.. Enumerable.Range(0, 20).Select(i => new[] { (i % 2, 1f) })];
        var labels = new LabelMatrix(1, false, [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? new[] { 0 } : [])]);

        (TrainingResult result, double[] scores) = Train(name, TestProblem.Matrix(2, rows), labels);

        Assert.True(result.Converged);
        for (int i = 0; i < 20; i++) Assert.Equal(i % 2 == 0, scores[i] > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_WithALabelThatNoExampleHas_NeverGivesIt(string name)
    {
        TrainingProblem problem = TestProblem.Random(60, 8, 2, isExclusive: true);
        int[][] own = [.. Enumerable.Range(0, 60).Select(i => problem.Labels[i].ToArray())];

        (TrainingResult exclusive, double[] scores) = Train(name, problem.Features, new LabelMatrix(3, true, own));
        (TrainingResult separate, double[] separateScores) = Train(name, problem.Features, new LabelMatrix(3, false, own));

        Assert.True(name == "AveragedPerceptron" || (exclusive.Converged && separate.Converged));
        for (int i = 0; i < 60; i++)
        {
            Assert.NotEqual(2, Enumerable.Range(0, 3).MaxBy(label => scores[i * 3 + label]));
            Assert.True(separateScores[i * 3 + 2] < 0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_WithALabelThatAllExamplesHave_AlwaysGivesIt(string name)
    {
        SparseMatrix features = TestProblem.Random(40, 8, 2, isExclusive: true).Features;
        int[][] own = [.. Enumerable.Range(0, 40).Select(_ => new[] { 1 })];

        (_, double[] scores) = Train(name, features, new LabelMatrix(2, true, own));
        (_, double[] separateScores) = Train(name, features, new LabelMatrix(2, false, own));

        for (int i = 0; i < 40; i++)
        {
            Assert.True(scores[i * 2 + 1] > scores[i * 2]);
            Assert.True(separateScores[i * 2 + 1] > 0 && separateScores[i * 2] < 0);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_WithEmptyRowsAndContradictingDuplicates_StaysFinite(string name)
    {
        (int, float)[][] rows = [.. Enumerable.Range(0, 24).Select(i => i % 4 == 0 ? [] : new[] { (0, 1f) })];
        foreach (bool isExclusive in new[] { true, false })
        {
            (TrainingResult result, double[] scores) = Train(name, TestProblem.Matrix(1, rows), new LabelMatrix(2, isExclusive, [.. Enumerable.Range(0, 24).Select(i => new[] { i % 2 })]));

            Assert.All(scores, score => Assert.True(double.IsFinite(score)));
            Assert.True(result.Converged || name == "AveragedPerceptron");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_WithoutAnyFeature_LearnsOnlyBiases(string name)
    {
        (int, float)[][] rows = [.. Enumerable.Repeat(Array.Empty<(int, float)>(), 12)];

        (TrainingResult result, _) = Train(name, TestProblem.Matrix(0, rows), new LabelMatrix(1, false, [.. Enumerable.Range(0, 12).Select(i => i < 9 ? new[] { 0 } : [])]));

        Assert.Empty(result.Weights);
        Assert.True(name is "NaiveBayes" or "AveragedPerceptron" || result.Biases[0] > 0);
    }

    [Fact]
    public void LbfgsMaximumEntropy_WithoutAnyFeature_FindsTheLogOdds()
    {
        (int, float)[][] rows = [.. Enumerable.Repeat(Array.Empty<(int, float)>(), 12)];
        var problem = new TrainingProblem { Features = TestProblem.Matrix(0, rows), Labels = new LabelMatrix(1, false, [.. Enumerable.Range(0, 12).Select(i => i < 9 ? new[] { 0 } : [])]) };

        TrainingResult result = new LbfgsMaximumEntropy(new() { Tolerance = 1e-9 }).Train(problem, new TrainerRun());

        Assert.Equal(Math.Log(3), result.Biases[0], 1e-4);
    }

    [Fact]
    public void MaximumEntropy_WithOneExclusiveLabel_HasNothingToLearn()
    {
        TrainingProblem problem = TestProblem.Random(20, 5, 1, isExclusive: true);
        foreach (string name in new[] { "SdcaMaximumEntropy", "LbfgsMaximumEntropy" })
        {
            TrainingResult result = TrainerCatalog.Create(name, []).Train(problem, new TrainerRun());

            Assert.True(result.Converged);
            Assert.All(result.Weights, weight => Assert.Equal(0, weight));
            Assert.Equal(0, result.Objective, 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Train_WithHugeAndTinyFeatures_StaysFinite(string name)
    {
        TrainingProblem problem = TestProblem.Random(40, 6, 3, isExclusive: true);
        (int, float)[][] rows = [.. Enumerable.Range(0, 40).Select(i => TestProblem.Row(problem.Features, i).Select(entry => (entry.Column, entry.Value * (entry.Column % 2 == 0 ? 1e4f : 1e-4f))).ToArray())];

        (TrainingResult result, _) = Train(name, TestProblem.Matrix(6, rows), problem.Labels);

        Assert.All(result.Weights.Concat(result.Biases), weight => Assert.True(float.IsFinite(weight)));
    }

    /// <summary>Trains and returns the scores, [example * labels + label].</summary>
    private static (TrainingResult Result, double[] Scores) Train(string name, SparseMatrix features, LabelMatrix labels)
    {
        TrainingResult result = TrainerCatalog.Create(name, []).Train(new TrainingProblem { Features = features, Labels = labels }, new TrainerRun(2));
        int count = labels.LabelCount;
        var scores = new double[labels.Count * count];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = result.Biases[i % count] + TestProblem.Row(features, i / count).Sum(entry => entry.Value * (double)result.Weights[entry.Column * count + i % count]);
        return (result, scores);
    }
}
