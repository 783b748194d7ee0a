using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerOptimumTests
{
    private const double C = 3;

    public static TheoryData<string, bool, int, bool> Cases()
    {
        var cases = new TheoryData<string, bool, int, bool>();
        foreach (string trainer in new[] { "LinearSvm", "SdcaMaximumEntropy", "LbfgsMaximumEntropy" })
            foreach (bool isWeighted in new[] { false, true })
            {
                cases.Add(trainer, true, 2, isWeighted);
                cases.Add(trainer, true, 9, isWeighted);
                cases.Add(trainer, false, 1, isWeighted);
                cases.Add(trainer, false, 5, isWeighted);
            }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Train_OnSmallProblem_ReachesTheMinimumThatGradientDescentFinds(string name, bool isExclusive, int labels, bool isWeighted)
    {
        TrainingProblem problem = TestProblem.Random(24, 7, labels, isExclusive);
        if (isWeighted) problem = TestProblem.Weighted(problem);
        SlowObjective.Loss loss = name == "LinearSvm" ? SlowObjective.Loss.SquaredHinge : isExclusive ? SlowObjective.Loss.Softmax : SlowObjective.Loss.Logistic;
        var slow = new SlowObjective(problem, C, loss, regularizesBias: name != "LbfgsMaximumEntropy");

        TrainingResult result = TrainerCatalog.Create(name, new Dictionary<string, string> { ["C"] = "3", ["tolerance"] = name == "LinearSvm" ? "1e-4" : "1e-6" }).Train(problem, new TrainerRun());

        double least = slow.Minimize(), reached = slow.Of(result);
        Assert.True(result.Converged);
        Assert.True(reached <= least * (1 + 1e-5) + 1e-9, $"reached {reached}, gradient descent {least}");
        Assert.True(reached >= least * (1 - 1e-5) - 1e-9, $"reached {reached}, gradient descent only {least}");
        Assert.Equal(reached, result.Objective, Math.Max(1e-9, 2e-5 * reached));
    }

    [Theory]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("LbfgsMaximumEntropy")]
    public void Train_WithDefaultTolerance_IsWithinItOfTheMinimum(string name)
    {
        TrainingProblem problem = TestProblem.Random(60, 9, 4, isExclusive: true, seed: 5);
        var slow = new SlowObjective(problem, 10, SlowObjective.Loss.Softmax, regularizesBias: name == "SdcaMaximumEntropy");

        TrainingResult result = TrainerCatalog.Create(name, []).Train(problem, new TrainerRun());

        Assert.True(slow.Of(result) <= slow.Minimize() * 1.001);
    }

    [Theory]
    [InlineData("LinearSvm")]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("LbfgsMaximumEntropy")]
    [InlineData("AveragedPerceptron")]
    public void Train_WithTooFewPasses_SaysThatItHasNotConverged(string name)
    {
        TrainingProblem problem = TestProblem.Random(60, 9, 4, isExclusive: true);

        TrainingResult result = TrainerCatalog.Create(name, new Dictionary<string, string> { ["maxIterations"] = "2" }).Train(problem, new TrainerRun());

        Assert.False(result.Converged);
        Assert.Equal(2, result.Iterations);
        Assert.All(result.Weights, weight => Assert.True(float.IsFinite(weight)));
        Assert.Equal(name == "AveragedPerceptron", double.IsNaN(result.Objective));
    }
}
