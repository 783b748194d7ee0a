using System.Globalization;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>What report.md and the console's table have in common: which figures they show first and how figures are written.</summary>
internal static class ReportFormat
{
    /// <summary>Stands for a figure that is undefined or does not apply.</summary>
    public const string Nothing = "–";

    /// <summary>Labels longer than this, in UTF-16 units, are passages.</summary>
    private const int MaxLabel = 60;

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

    /// <summary>Name for people of a metric that is given by its name in the report ("macroF1"); a name that is none stays as it is.</summary>
    public static string NameOf(string name)
    {
        foreach (Metric metric in Enum.GetValues<Metric>()) if (MetricBlock.NameOf(metric) == name) return NameOf(metric);
        return name;
    }

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

    /// <summary>"[-0.004, +0.051]".</summary>
    public static string SignedInterval(Interval interval) => $"[{Signed(interval.Low)}, {Signed(interval.High)}]";

    /// <summary>A metric with its interval: "0.967 [0.943, 0.990]".</summary>
    public static string Figure(MetricBlock block, Metric metric) => $"{Number(block.Value(metric))} {IntervalOf(block, metric)}".TrimEnd();

    /// <summary>"McNemar, exact: p 0.077"; a p-value below what three decimals show is "p &lt; 0.001".</summary>
    public static string Test(SignificanceTest test) => $"{test.Name}: p {(test.PValue < 0.0005 ? "< 0.001" : Number(test.PValue))}";

    /// <summary>A whole number with thousands apart.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 document", "3,000 documents".</summary>
    public static string Count(long count, string noun) => Wording.Count(count, noun);

    /// <summary>Labels in a sentence or cell: "favor", "a, b", "none"; long ones, which are passages, by their number.</summary>
    public static string Labels(IReadOnlyList<string> labels) =>
        labels.Count == 0 ? "none" : labels.Any(label => label.Length > MaxLabel) ? Count(labels.Count, "passage") : string.Join(", ", labels);

    /// <summary>"[0.861, 0.887]", or nothing when the metric has no interval.</summary>
    public static string IntervalOf(MetricBlock block, Metric metric) =>
        block.Intervals.TryGetValue(MetricBlock.NameOf(metric), out Interval interval) ? Bounds(interval) : "";

    /// <summary>"[0.861, 0.887]".</summary>
    public static string Bounds(Interval interval) => $"[{Number(interval.Low)}, {Number(interval.High)}]";

    /// <summary>A share as a percentage with one decimal: "3.2 %", with a blank that does not break.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? Nothing : (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "\u00A0%";

    /// <summary>"0.650 to 0.750": the lowest and the highest fold in which a metric is defined; nothing without any.</summary>
    public static string FoldRange(CrossValidationReport? crossValidation, Metric metric)
    {
        double[] values = [.. crossValidation?.PerFold.Select(fold => fold.GetValueOrDefault(MetricBlock.NameOf(metric), double.NaN)).Where(value => !double.IsNaN(value)) ?? []];
        return values.Length == 0 ? "" : $"{Number(values.Min())} to {Number(values.Max())}";
    }

    /// <summary>"1 pass", "31 passes".</summary>
    public static string Passes(TrainerReport trainer) => trainer.Iterations == 1 ? "1 pass" : $"{trainer.Iterations} passes";

    /// <summary>How a classifier was trained, in sentences of plain text.</summary>
    public static string Training(ClassifierReport classifier)
    {
        TrainerReport trainer = classifier.Trainer;
        string options = trainer.Options.Count == 0 ? "" : $" ({string.Join(", ", trainer.Options.Select(option => $"{option.Key} {option.Value}"))})";
        string ending = trainer.Converged is not { } converged ? "" : $" {(converged ? "Converged" : "Did not converge")} in {Passes(trainer)}.";
        string calibration = classifier.Calibrated ? $"Probabilities and thresholds were fitted on out-of-fold scores{(classifier.Prevalence is { } shares ? $", for documents of which {Shares(shares)}, whatever their share here" : "")}." : "Probabilities are not calibrated: there was no cross-validation.";
        return $"Trainer: {trainer.Name}{options}.{ending} {calibration}";
    }

    /// <summary>"5 % are against, 10 % are favor".</summary>
    public static string Shares(IReadOnlyDictionary<string, double> prevalence) => string.Join(", ", prevalence.OrderBy(share => share.Key, StringComparer.Ordinal).Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Value * 100:G3} % are {share.Key}")));

    /// <summary>"Seconds: read 0.10, featurize 0.20, fit 0.30, calibrate 0.40, evaluate 0.50."</summary>
    public static string Seconds(Timings timings) => string.Create(CultureInfo.InvariantCulture,
        $"Seconds: read {timings.Read:0.00}, featurize {timings.Featurize:0.00}, fit {timings.Fit:0.00}, calibrate {timings.Calibrate:0.00}, evaluate {timings.Evaluate:0.00}.");

    /// <summary>"253 documents", or, where some are left out, "223 documents that both were tested on".</summary>
    public static string Documents(ClassifierComparison comparison) => $"{Count(comparison.Documents, "document")}{(comparison.Unshared > 0 ? " that both were tested on" : "")}";

    /// <summary>How many labels are suspect, in sentences of plain text: "12 of 1,200 documents have a suspect label; an estimated 2.1 % of the labels are wrong."</summary>
    public static string Suspects(LabelQuality quality)
    {
        string checkedOnes = quality.Checked == 0 ? "" : $" {Count(quality.Checked)} more that models doubt {(quality.Checked == 1 ? "was" : "were")} checked and {(quality.Checked == 1 ? "stands" : "stand")}.";
        return $"{Count(quality.Suspects)} of {Count(quality.Documents, "document")} {(quality.Suspects == 1 ? "has" : "have")} a suspect label; an estimated {Percent(quality.EstimatedErrorShare)} of the labels are wrong.{checkedOnes}";
    }

    /// <summary>Mean over the folds of cross-validation; null where there is none.</summary>
    public static double? MeanOf(CrossValidationReport? crossValidation, Metric metric) =>
        crossValidation is not null && crossValidation.Mean.TryGetValue(MetricBlock.NameOf(metric), out double mean) ? mean : null;
}
