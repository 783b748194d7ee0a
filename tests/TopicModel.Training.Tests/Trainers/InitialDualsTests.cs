using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class InitialDualsTests
{
    private static readonly Dictionary<string, string> Exact = new() { ["tolerance"] = "1e-4" };

    [Theory]
    [InlineData(true, 3)]
    [InlineData(true, 21)]
    [InlineData(false, 9)]
    public void LinearSvm_FromTheDualsOfALooserFit_ReachesTheSameOptimumSooner(bool isExclusive, int labels)
    {
        TrainingProblem problem = TestProblem.Weighted(TestProblem.Random(300, 40, labels, isExclusive));
        TrainingResult loose = Svm(new() { ["tolerance"] = "1e-2" }).Train(problem, new TrainerRun());
        TrainingResult cold = Svm(Exact).Train(problem, new TrainerRun());

        TrainingResult warm = Svm(Exact).Train(problem with { InitialDuals = loose.Duals }, new TrainerRun());

        Assert.True(warm.Converged && warm.Iterations < cold.Iterations, $"{warm.Iterations} passes instead of {cold.Iterations}");
        Assert.Equal(cold.Objective, warm.Objective, 1e-5 * cold.Objective);
        for (int i = 0; i < cold.Weights.Length; i++) Assert.Equal(cold.Weights[i], warm.Weights[i], 1e-3);
        foreach (int threads in new[] { 2, 4 }) Assert.Equal(warm.Weights, Svm(Exact).Train(problem with { InitialDuals = loose.Duals }, new TrainerRun(threads)).Weights);
    }

    [Fact]
    public void LinearSvm_FromItsOwnDuals_StaysThere()
    {
        TrainingProblem problem = TestProblem.Random(300, 40, 5, isExclusive: true);
        TrainingResult first = Svm(Exact).Train(problem, new TrainerRun());

        TrainingResult again = Svm(Exact).Train(problem with { InitialDuals = first.Duals }, new TrainerRun());

        Assert.InRange(again.Iterations, 1, 3);
        Assert.Equal(first.Objective, again.Objective, 1e-6 * first.Objective);
    }

    [Theory]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("LbfgsMaximumEntropy")]
    [InlineData("AveragedPerceptron")]
    [InlineData("NaiveBayes")]
    public void Train_WithoutDualVariables_StartsAsEver(string name)
    {
        TrainingProblem problem = TestProblem.Random(60, 12, 3, isExclusive: false);

        TrainingResult cold = TrainerCatalog.Create(name, []).Train(problem, new TrainerRun()), warm = TrainerCatalog.Create(name, []).Train(problem with { InitialDuals = TestProblem.Weights(180, 5) }, new TrainerRun());

        Assert.Null(cold.Duals);
        Assert.Equal(cold.Weights, warm.Weights);
    }

    private static ITrainer Svm(Dictionary<string, string> options) => TrainerCatalog.Create("LinearSvm", options);
}
