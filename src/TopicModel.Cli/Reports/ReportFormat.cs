using System.Globalization;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Reports;

/// <summary>What report.md and the console's table have in common: which figures they show first and how figures are written.</summary>
internal static class ReportFormat
{
    /// <summary>Stands for a figure that is undefined or does not apply.</summary>
    public const string Nothing = "–";

    /// <summary>Metrics for which lower is better.</summary>
    public static bool IsLoss(Metric metric) => metric is Metric.LogLoss or Metric.Brier or Metric.Ece;

    /// <summary>The metrics of the overview.</summary>
    public static readonly IReadOnlyList<Metric> Overview = [Metric.Accuracy, Metric.MacroF1, Metric.MicroF1, Metric.F1, Metric.Auc, Metric.LogLoss, Metric.Ece];

    /// <summary>Name for people: "macro-F1".</summary>
    public static string NameOf(Metric metric) => metric switch
    {
        Metric.Accuracy => "accuracy",
        Metric.MacroF1 => "macro-F1",
        Metric.MicroF1 => "micro-F1",
        Metric.WeightedF1 => "weighted F1",
        Metric.MacroPrecision => "macro-precision",
        Metric.MacroRecall => "macro-recall",
        Metric.LogLoss => "log loss",
        Metric.Brier => "Brier score",
        Metric.Ece => "calibration error",
        Metric.Auc => "ROC AUC",
        Metric.Precision => "precision (positive)",
        Metric.Recall => "recall (positive)",
        Metric.F1 => "F1 (positive)",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not a metric"),
    };

    /// <summary>The blocks that a report has figures in: each classifier tested, and after a classifier of passages its sentences.</summary>
    public static IEnumerable<(string Name, string Kind, MetricBlock? Test, CrossValidationReport? CrossValidation)> Blocks(Report report)
    {
        foreach ((string name, ClassifierReport classifier) in report.Classifiers.OrderBy(classifier => classifier.Key, StringComparer.Ordinal))
        {
            yield return (name, ConfigKeys.NameOf(classifier.Kind), classifier.Test, classifier.CrossValidation);
            if (classifier.Test?.Passages is not null || classifier.CrossValidation?.Passages is not null)
                yield return ($"{name}, sentences", "binary", classifier.Test?.Passages, classifier.CrossValidation?.Passages);
        }
    }

    /// <summary>Support, precision, recall, F1, average precision and threshold of a label.</summary>
    public static IReadOnlyList<string> FiguresOf(LabelMetrics label) =>
        [Count(label.Support), Number(label.Precision), Number(label.Recall), Number(label.F1), Number(label.AveragePrecision), Number(label.Threshold)];

    /// <summary>Whether there is a figure of a metric, be it undefined.</summary>
    public static bool Shows(MetricBlock? test, CrossValidationReport? crossValidation, Metric metric) =>
        test?.Value(metric) is not null || MeanOf(crossValidation, metric) is not null;

    /// <summary>Three decimals; a dash for an undefined or missing figure.</summary>
    public static string Number(double? value) => value is { } number && !double.IsNaN(number) ? number.ToString("0.000", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>Three decimals with a sign, also for positive numbers; what rounds to 0 has none.</summary>
    public static string Signed(double value) => Math.Round(value, 3).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>A whole number with thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 document", "3,000 documents".</summary>
    public static string Count(long count, string noun) => Wording.Count(count, noun);

    /// <summary>"[0.861, 0.887]", or nothing when the metric has no interval.</summary>
    public static string IntervalOf(MetricBlock block, Metric metric) =>
        block.Intervals.TryGetValue(MetricBlock.NameOf(metric), out Interval interval) ? $"[{Number(interval.Low)}, {Number(interval.High)}]" : "";

    /// <summary>Mean over the folds of cross-validation; null where there is none.</summary>
    public static double? MeanOf(CrossValidationReport? crossValidation, Metric metric) =>
        crossValidation is not null && crossValidation.Mean.TryGetValue(MetricBlock.NameOf(metric), out double mean) ? mean : null;
}
