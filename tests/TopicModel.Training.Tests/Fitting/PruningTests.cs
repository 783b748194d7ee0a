using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Fitting;

public sealed class PruningTests
{
    private static readonly List<Document> Documents = SmallCorpus.Make(90);
    private static readonly ClassifierSpec Spec = SmallCorpus.Specs()[1] with { CrossValidation = 3 };
    private static readonly EncodedLabels Labels = LabelEncoder.Fit(Documents, 1, "topics", Spec.Kind, null);
    private static readonly CountMatrix Counts = CountMatrix.Build(new DocumentSource(Documents, new DocumentFeatures(Spec.Features, Spec.TextFields)), 2, threads: 2);

    private static MetricBlock Block(double microF1, double macroF1, double logLoss) => new()
    {
        Documents = 1,
        Accuracy = 0,
        MacroF1 = macroF1,
        MicroF1 = microF1,
        WeightedF1 = 0,
        MacroPrecision = 0,
        MacroRecall = 0,
        LogLoss = logLoss,
        Brier = 0,
        Ece = 0,
        Auc = 0,
        Intervals = new Dictionary<string, Interval>(),
        PerLabel = [],
        Confusion = new Confusion([], []),
    };

    private static OutOfFold Run(double prune, int threads, Func<float[], int, MetricBlock> measure)
    {
        var outOfFold = new OutOfFold(Counts.Counts, Labels, [.. Enumerable.Range(0, Documents.Count).Select(i => i % 3)], Spec with { Prune = prune }, new TrainingContext(42, threads, "0"));
        outOfFold.Run(measure);
        return outOfFold;
    }

    [Fact]
    public void Loss_IsTheLargestOfAllKinds()
    {
        MetricBlock before = Block(0.9, 0.8, 0.3);
        Assert.Equal(0.02, Pruning.Loss(before, Block(0.88, 0.81, 0.3)), 1e-12);
        Assert.Equal(0.03, Pruning.Loss(before, Block(0.9, 0.77, 0.3)), 1e-12);
        Assert.Equal(0.004, Pruning.Loss(before, Block(0.9, 0.8, 0.36)), 1e-12);
        Assert.Equal(-0.001, Pruning.Loss(before, Block(0.92, 0.81, 0.285)), 1e-12);
        Assert.Equal(0.05, Pruning.Loss(before with { Passages = before }, before with { Passages = Block(0.85, 0.8, 0.3) }), 1e-12);
    }

    [Theory]
    [InlineData(0.001, 1000, 1)]
    [InlineData(0.001, 400_000, 0.5)]
    [InlineData(0.001, 10_000_000, 0.25)]
    [InlineData(0, 10_000_000, 1)]
    public void BlindShareOf_KeepsManyOrAQuarter(double allowedLoss, int features, double expected) => Assert.Equal(expected, Pruning.BlindShareOf(allowedLoss, features));

    /// <param name="trials">g for a share that loses little, b for one that loses too much, in the order in which they are tried.</param>
    /// <param name="expected">The share that is kept.</param>
    [Theory]
    [InlineData("bb", 1)]
    [InlineData("bgb", 1 / 2.0)]
    [InlineData("bgg", 1 / 4.0)]
    [InlineData("gb", 1 / 8.0)]
    [InlineData("ggb", 1 / 16.0)]
    [InlineData("ggg", 1 / 32.0)]
    public void OutOfFold_SearchesTheSmallestShareThatLosesLittle(string trials, double expected)
    {
        var answers = new Queue<char>("g" + trials);
        OutOfFold outOfFold = Run(0.01, 2, (_, _) => answers.Dequeue() == 'g' ? Block(0.9, 0.9, 0.1) : Block(0.88, 0.9, 0.1));
        Assert.Equal(expected, outOfFold.Share);
        Assert.Empty(answers);
    }

    [Fact]
    public void OutOfFold_WithAnyThreads_GivesTheBitsOfAPrunedFit()
    {
        int trials = 0;
        MetricBlock Once(float[] scores, int folds) => trials++ <= 1 ? Block(0.9, 0.9, 0.1) : Block(0, 0, 0);
        OutOfFold one = Run(0.01, 1, Once);
        trials = 0;
        OutOfFold three = Run(0.01, 3, Once);
        Assert.Equal((0.125, 0.125), (one.Share, three.Share));
        Assert.Equal(one.Scores, three.Scores);

        (int[] inside, int[] outside) = OutOfFold.Rows([.. Enumerable.Range(0, Documents.Count).Select(i => i % 3)], 1);
        LinearFit fit = new LinearFitter(Counts.Counts, Labels, outside, Spec).Fit(0.125, new TrainerRun());
        var expected = new float[one.Scores.Length];
        CompactFit.Of(fit, Spec.Features.Weighting).Score(Counts.Counts, inside, expected);
        Assert.Equal(OutOfFold.Select(expected, inside, 3), OutOfFold.Select(one.Scores, inside, 3));
    }

    [Fact]
    public void ForScreening_StopsEarlyAndKeepsTheOtherOptions()
    {
        ITrainer trainer = TrainerCatalog.Create("LinearSvm", new Dictionary<string, string> { ["C"] = "3" });
        ITrainer screening = TrainerCatalog.ForScreening(trainer);
        Assert.Equal(("LinearSvm", "3", "3"), (screening.Name, screening.Options["C"], screening.Options["maxIterations"]));
        ITrainer quick = TrainerCatalog.Create("LinearSvm", new Dictionary<string, string> { ["maxIterations"] = "2" });
        Assert.Same(quick, TrainerCatalog.ForScreening(quick));
        ITrainer withoutPasses = TrainerCatalog.Create("NaiveBayes", new Dictionary<string, string>());
        Assert.Same(withoutPasses, TrainerCatalog.ForScreening(withoutPasses));
    }
}
