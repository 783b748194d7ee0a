using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class AveragedPerceptronTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Train_GivesTheMeanOfTheWeightsAfterEveryExample(bool isWeighted)
    {
        const int Examples = 40, Features = 9, Labels = 3, Passes = 4;
        TrainingProblem problem = Whole(TestProblem.Random(Examples, Features, Labels, isExclusive: false));
        if (isWeighted)
            problem = problem with
            {
                ExampleWeights = [.. Enumerable.Range(0, Examples).Select(i => (float)(1 + i % 2))],
                PositiveWeights = [1, 2, 4],
                NegativeWeights = [2, 1, 1],
                FeatureScales = [.. Enumerable.Range(0, Features * Labels).Select(i => (float)(1 + i % 4))],
            };

        TrainingResult result = new AveragedPerceptron(new() { MaxIterations = Passes }).Train(problem, new TrainerRun(2, Seed: 8));

        for (int label = 0; label < Labels; label++)
        {
            (double[] weights, double bias) = Slow(TestProblem.OneLabel(problem, label), Passes, seed: 8);
            for (int feature = 0; feature < Features; feature++) Assert.Equal(weights[feature], result.Weights[feature * Labels + label], 1e-4);
            Assert.Equal(bias, result.Biases[label], 1e-4);
        }
    }

    [Fact]
    public void Train_OnSeparableData_StopsAfterAPassWithoutMistakes()
    {
        (int, float)[][] rows = [.. Enumerable.Range(0, 10).Select(i => new[] { (i % 2, 1f) })];
        var problem = new TrainingProblem { Features = TestProblem.Matrix(2, rows), Labels = new LabelMatrix(1, false, [.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? new[] { 0 } : [])]) };

        TrainingResult result = new AveragedPerceptron(new() { MaxIterations = 100 }).Train(problem, new TrainerRun());

        Assert.True(result.Converged);
        Assert.InRange(result.Iterations, 2, 5);
        Assert.True(double.IsNaN(result.Objective));
    }

    /// <summary>The problem with whole numbers as values, of which sums are exact in single precision.</summary>
    private static TrainingProblem Whole(TrainingProblem problem) => problem with
    {
        Features = TestProblem.Matrix(problem.Features.ColumnCount, [.. Enumerable.Range(0, problem.Features.RowCount)
            .Select(i => TestProblem.Row(problem.Features, i).Select(entry => (entry.Column, (float)Math.Ceiling(4 * entry.Value))).ToArray())]),
    };

    /// <summary>Weights for unscaled values and bias of a problem of one label, summed after every example.</summary>
    private static (double[] Weights, double Bias) Slow(TrainingProblem problem, int passes, int seed)
    {
        int examples = problem.Labels.Count, features = problem.Features.ColumnCount, seen = 0;
        double[] weights = new double[features + 1], sums = new double[features + 1];
        var order = new int[examples];
        for (int pass = 0; pass < passes; pass++)
        {
            ExampleOrder.Shuffle(order, seed, pass);
            int mistakes = 0;
            foreach (int example in order)
            {
                double y = problem.Labels.Has(example, 0) ? 1 : -1;
                double cost = (problem.ExampleWeights?[example] ?? 1) * (y > 0 ? problem.PositiveWeights?[0] ?? 1 : problem.NegativeWeights?[0] ?? 1);
                (int Column, double Value)[] row = [.. TestProblem.Row(problem.Features, example).Select(entry => (entry.Column, entry.Value * (double)(problem.FeatureScales?[entry.Column] ?? 1))), (features, 1)];
                if (y * row.Sum(entry => entry.Value * weights[entry.Column]) <= 0)
                {
                    mistakes++;
                    foreach ((int column, double value) in row) weights[column] += cost * y * value;
                }
                for (int i = 0; i < sums.Length; i++) sums[i] += weights[i];
                seen++;
            }
            if (mistakes == 0) break;
        }
        return ([.. sums.Take(features).Select((sum, i) => sum / seen * (problem.FeatureScales?[i] ?? 1))], sums[features] / seen);
    }
}
