using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class NaiveBayesTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 0.2)]
    [InlineData(false, 1)]
    [InlineData(false, 0.2)]
    public void Train_GivesTheLogarithmsOfTheSmoothedShares(bool isExclusive, double smoothing)
    {
        const int Labels = 3, Features = 7;
        TrainingProblem problem = TestProblem.Weighted(TestProblem.Random(50, Features, Labels, isExclusive)) with { FeatureScales = null };

        TrainingResult result = new NaiveBayes(new() { Smoothing = smoothing }).Train(problem, new TrainerRun());

        for (int label = 0; label < Labels; label++)
        {
            double[] with = Shares(problem, smoothing, example => problem.Labels.Has(example, label) ? problem.PositiveWeights![label] : 0);
            double[] without = Shares(problem, smoothing, example => problem.Labels.Has(example, label) ? 0
                : isExclusive ? problem.PositiveWeights![problem.Labels[example][0]] : problem.NegativeWeights![label]);
            for (int feature = 0; feature < Features; feature++)
                Assert.Equal((isExclusive ? 0 : Math.Log(with[feature])) - Math.Log(without[feature]), result.Weights[feature * Labels + label], 1e-5);
            Assert.Equal(0, result.Biases[label]);
        }
        Assert.True(result.Converged);
        Assert.Equal(1, result.Iterations);
        Assert.True(double.IsNaN(result.Objective));
    }

    [Fact]
    public void Train_WithAFeatureBelowZero_NamesItAndItsExample()
    {
        var problem = new TrainingProblem { Features = TestProblem.Matrix(2, [(0, 1)], [(1, -0.5f)]), Labels = new LabelMatrix(2, true, [[0], [1]]) };

        var error = Assert.Throws<ArgumentException>(() => new NaiveBayes(new()).Train(problem, new TrainerRun()));

        Assert.Equal("feature 1 of example 1 is -0.5, NaiveBayes expects none below 0", error.Message);
    }

    private static double[] Shares(TrainingProblem problem, double smoothing, Func<int, double> weight)
    {
        double[] sums = [.. Enumerable.Repeat(smoothing, problem.Features.ColumnCount)];
        for (int example = 0; example < problem.Labels.Count; example++)
            foreach ((int column, float value) in TestProblem.Row(problem.Features, example)) sums[column] += weight(example) * problem.ExampleWeights![example] * value;
        return [.. sums.Select(sum => sum / sums.Sum())];
    }
}
