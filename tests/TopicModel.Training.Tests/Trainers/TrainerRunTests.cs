using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class TrainerRunTests
{
    public static TheoryData<string, bool> Cases() => Of(TrainerCatalog.Trainers);

    /// <summary>Without naive Bayes, which has only one pass.</summary>
    public static TheoryData<string, bool> CasesOfSeveralPasses() => Of(TrainerCatalog.Trainers.Where(trainer => trainer.Name != NaiveBayes.TrainerName));

    private static TheoryData<string, bool> Of(IEnumerable<TrainerDescription> trainers)
    {
        var cases = new TheoryData<string, bool>();
        foreach (TrainerDescription trainer in trainers)
            foreach (bool isExclusive in new[] { true, false }) cases.Add(trainer.Name, isExclusive);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Train_WhenAlreadyCancelled_Throws(string name, bool isExclusive)
    {
        var run = new TrainerRun(2, CancellationToken: new CancellationToken(canceled: true));

        Assert.ThrowsAny<OperationCanceledException>(() => TrainerCatalog.Create(name, []).Train(TestProblem.Random(50, 10, 3, isExclusive), run));
    }

    [Theory]
    [MemberData(nameof(CasesOfSeveralPasses))]
    public void Train_WhenCancelledAfterAPass_StopsBeforeTheNext(string name, bool isExclusive)
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports { Then = progress => { if (progress.Iteration == 2) source.Cancel(); } };
        TrainingProblem problem = TestProblem.Random(80, 10, 3, isExclusive);

        Assert.ThrowsAny<OperationCanceledException>(() => TrainerCatalog.Create(name, []).Train(problem, new TrainerRun(2, Progress: reports, CancellationToken: source.Token)));
        Assert.Equal(2, reports.All.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Train_ReportsEveryPassOnce(string name, bool isExclusive)
    {
        var reports = new Reports();

        TrainingResult result = TrainerCatalog.Create(name, []).Train(TestProblem.Random(50, 10, 3, isExclusive), new TrainerRun(2, Progress: reports));

        Assert.Equal(Enumerable.Range(1, result.Iterations), reports.All.Select(progress => progress.Iteration));
        Assert.All(reports.All, progress => Assert.True(progress.Violation >= 0 && progress.MaxIterations >= result.Iterations));
        Assert.True(name == "AveragedPerceptron" || result.Converged);
        if (name.EndsWith("Entropy", StringComparison.Ordinal)) Assert.True(reports.All[^1].Violation <= 0.001);
    }

    [Fact]
    public void Train_WithoutProblemOrRun_Throws()
    {
        TrainingProblem problem = TestProblem.Random(5, 2, 2, isExclusive: true);
        foreach (TrainerDescription trainer in TrainerCatalog.Trainers)
        {
            Assert.Throws<ArgumentNullException>("problem", () => TrainerCatalog.Create(trainer.Name, []).Train(null!, new TrainerRun()));
            Assert.Throws<ArgumentNullException>("run", () => TrainerCatalog.Create(trainer.Name, []).Train(problem, null!));
        }
    }
}
