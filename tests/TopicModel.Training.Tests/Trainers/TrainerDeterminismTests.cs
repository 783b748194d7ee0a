using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerDeterminismTests
{
    public static TheoryData<string, bool, int, bool> Cases()
    {
        var cases = new TheoryData<string, bool, int, bool>();
        foreach (TrainerDescription trainer in TrainerCatalog.Trainers)
        {
            cases.Add(trainer.Name, true, 3, true);
            cases.Add(trainer.Name, true, 9, false);
            cases.Add(trainer.Name, false, 1, false);
            cases.Add(trainer.Name, false, 9, true);
            cases.Add(trainer.Name, false, 20, false);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Train_WithAnyNumberOfThreads_GivesTheSameBits(string name, bool isExclusive, int labels, bool isWeighted)
    {
        TrainingProblem problem = Problem(name, TestProblem.Random(520, 40, labels, isExclusive), isWeighted);
        ITrainer trainer = TrainerCatalog.Create(name, name == "NaiveBayes" ? [] : new Dictionary<string, string> { ["maxIterations"] = "12" });

        TrainingResult one = trainer.Train(problem, new TrainerRun(1)), again = trainer.Train(problem, new TrainerRun(1, Progress: new Reports()));

        AssertSame(one, again);
        foreach (int threads in new[] { 2, 4 }) AssertSame(one, trainer.Train(problem, new TrainerRun(threads)));
    }

    [Theory]
    [InlineData("LinearSvm")]
    [InlineData("SdcaMaximumEntropy")]
    [InlineData("LbfgsMaximumEntropy")]
    [InlineData("AveragedPerceptron")]
    [InlineData("NaiveBayes")]
    public void Train_WithLabelsThatAreNotExclusive_GivesEachTheBitsItHasAlone(string name)
    {
        TrainingProblem problem = Problem(name, TestProblem.Random(120, 30, 11, isExclusive: false), isWeighted: true);
        ITrainer trainer = TrainerCatalog.Create(name, []);

        TrainingResult all = trainer.Train(problem, new TrainerRun(2));

        for (int label = 0; label < 11; label++)
        {
            TrainingResult alone = trainer.Train(TestProblem.OneLabel(problem, label), new TrainerRun());
            Assert.Equal(alone.Weights, TestProblem.Column(all.Weights, 11, label));
            Assert.Equal(alone.Biases[0], all.Biases[label]);
        }
    }

    private static TrainingProblem Problem(string name, TrainingProblem problem, bool isWeighted)
    {
        if (isWeighted) problem = TestProblem.Weighted(problem);
        return name == "NaiveBayes" ? problem with { FeatureScales = null } : problem;
    }

    private static void AssertSame(TrainingResult expected, TrainingResult actual)
    {
        Assert.Equal(expected.Weights, actual.Weights);
        Assert.Equal(expected.Biases, actual.Biases);
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected.Objective), BitConverter.DoubleToInt64Bits(actual.Objective));
        Assert.Equal((expected.Iterations, expected.Converged), (actual.Iterations, actual.Converged));
    }
}
