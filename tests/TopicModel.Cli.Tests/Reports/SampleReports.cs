using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports;

/// <summary>Reports made by hand.</summary>
internal static class SampleReports
{
    /// <summary>A report with a classifier of every shape: all figures, none, undefined ones, labels that need escaping.</summary>
    public static Report Full() => new()
    {
        ToolVersion = "1.2.3",
        Data = new DataReport(new DataPart(1200), new DataPart(300), "00112233aabbccdd"),
        Classifiers = new Dictionary<string, ClassifierReport>
        {
            ["theme"] = Classifier(ClassifierKind.Multilabel, ["a|b", "*c*"],
                Block(300, 0.8, new Confusion(["a|b", "*c*"], [[200, 10, 20, 70], [280, 5, 5, 10]]), [Label("a|b", 90, 0.5), Label("*c*", 15, 0.25)]), isCalibrated: true),
            ["stance"] = Classifier(ClassifierKind.Multiclass, ["against", "favor"],
                Block(300, 0.75, new Confusion(["against", "favor"], [[100, 50], [25, 125]]), [Label("against", 150, null), Label("favor", 150, null)]), isCalibrated: true) with
            {
                LearningCurve = new LearningCurve(Metric.MacroF1,
                    [.. new[] { 0.1, 0.2, 0.4, 0.7, 1.0 }.Select((share, i) => new LearningCurvePoint(share, (int)(1200 * share), 0.55 + 0.05 * i, new Interval(0.5 + 0.05 * i, 0.6 + 0.05 * i)))],
                    new PowerLaw(0.86, 2, 0.35, [.. Enumerable.Range(0, 9).Select(i => new ExtrapolatedPoint(1200 + 150.0 * i, 0.75 + 0.005 * i))])),
                Slices =
                [
                    new SliceTable("genre", Metric.Accuracy, 0.75,
                        [
                            new Slice("opinion", 60, 60, 0.5, new Interval(0.4, 0.6), 0.5, IsSmall: false, IsWeak: true),
                            new Slice("", 230, 230, 0.8, new Interval(0.7, 0.85), 0.8, IsSmall: false, IsWeak: false),
                            new Slice("wire", 10, 10, double.NaN, null, 1, IsSmall: true, IsWeak: false),
                        ], 2),
                ],
                SlicesIncludeTraining = true,
                LabelQuality = new LabelQuality(1200, 12, 1, 1, 0.0213),
            },
            ["tasks"] = Classifier(ClassifierKind.Passages, ["positive"], Block(2, 0.5, new Confusion(["negative", "positive"], [[1, 0], [1, 0]]), [Label("positive", 1, 0.4)]) with
            {
                F1 = 0.6,
                Precision = 1,
                Recall = 0.43,
                Auc = double.NaN,
                Passages = Block(9, 0.9, new Confusion(["negative", "positive"], [[7, 1], [0, 1]]), [Label("positive", 1, 0.3)]) with { F1 = 0.66, Precision = 0.5, Recall = 1 },
            }, isCalibrated: true),
            ["untested"] = Classifier(ClassifierKind.Binary, ["yes"], test: null, isCalibrated: false) with { CrossValidation = null, Model = null },
        },
    };

    private static ClassifierReport Classifier(ClassifierKind kind, string[] labels, MetricBlock? test, bool isCalibrated) => new()
    {
        Kind = kind,
        Labels = labels,
        Trainer = new TrainerReport { Name = "LinearSvm", Options = new Dictionary<string, string> { ["C"] = "1" }, Iterations = 31, Objective = 1.5, Converged = isCalibrated },
        Calibrated = isCalibrated,
        Test = test,
        CrossValidation = test is null ? null : CrossValidationReport.Of([test, test with { Accuracy = test.Accuracy - 0.1 }]),
        Timings = new Timings(0.1, 0.2, 0.3, 0.4, 0.5),
        Model = new ModelInfo("models/x.tmodel", 123456, 7890),
    };

    private static MetricBlock Block(int documents, double value, Confusion confusion, LabelMetrics[] labels) => new()
    {
        Documents = documents,
        Accuracy = value,
        MacroF1 = value,
        MicroF1 = value,
        WeightedF1 = value,
        MacroPrecision = value,
        MacroRecall = value,
        LogLoss = 0.3,
        Brier = 0.2,
        Ece = 0.05,
        Auc = 0.95,
        Confusion = confusion,
        PerLabel = labels,
        Intervals = new Dictionary<string, Interval> { ["accuracy"] = new(value - 0.05, value + 0.05), ["ece"] = new(0.04, 0.0612) },
    };

    private static LabelMetrics Label(string label, int support, double? threshold) => new()
    {
        Label = label,
        Support = support,
        Precision = 0.7,
        Recall = 0.6,
        F1 = 0.646,
        AveragePrecision = double.NaN,
        Threshold = threshold,
    };
}
