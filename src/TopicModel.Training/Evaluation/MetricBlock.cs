using System.Text.Json;
using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>
/// How well a classifier did on a set of examples: the block <c>test</c> of report.json. Examples are documents, in
/// <see cref="Passages"/> sentences. For each label, tp, fp, fn and tn count the examples that have it and were given it, have it not
/// but were given it, have it but were not given it, and neither. The labels are all labels of the model; for binary classifiers
/// (and passages) the positive and the negative one. A label that neither occurs nor is given counts with precision, recall and
/// F1 of 0 (scikit-learn's <c>zero_division=0</c>). NaN stands for undefined and is null in JSON; every metric is NaN when there are no examples.
/// </summary>
public sealed record MetricBlock
{
    /// <summary>Number of examples: documents, or sentences in <see cref="Passages"/>.</summary>
    public required int Documents { get; init; }

    /// <summary>
    /// Share of the examples whose decision is right, 0 to 1. Multilabel: the whole set of labels must be right (subset accuracy);
    /// no label given to an example without labels is right.
    /// </summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean of the labels' F1, every label counting the same, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>
    /// 2 Σtp / (2 Σtp + Σfp + Σfn), sums over the labels, 0 to 1; 0 when no label occurs or is given. Equals
    /// <see cref="Accuracy"/> unless multilabel.
    /// </summary>
    public required double MicroF1 { get; init; }

    /// <summary>Mean of the labels' F1, each counting by its support, 0 to 1; 0 when no example has a label.</summary>
    public required double WeightedF1 { get; init; }

    /// <summary>Mean of the labels' precision, every label counting the same, 0 to 1.</summary>
    public required double MacroPrecision { get; init; }

    /// <summary>Mean of the labels' recall, every label counting the same, 0 to 1. For exclusive labels that all occur: balanced accuracy.</summary>
    public required double MacroRecall { get; init; }

    /// <summary>
    /// Multiclass: mean of −ln p(true label). Otherwise: mean over examples and labels of −ln p where the label is there and
    /// −ln(1 − p) where it is not. Probabilities are first clamped to [2⁻⁵², 1 − 2⁻⁵²], so one that is 0 for the truth costs 36.04. 0 is perfect.
    /// </summary>
    public required double LogLoss { get; init; }

    /// <summary>
    /// Multiclass: mean over examples of Σ (pₖ − yₖ)² over the labels, 0 to 2 (Brier 1950). Otherwise: mean of (p − y)² over
    /// examples and labels, 0 to 1. y is 1 where the label is there, else 0. 0 is perfect.
    /// </summary>
    public required double Brier { get; init; }

    /// <summary>
    /// Expected calibration error: Σ over 15 bins of equal width of (share of the cases in the bin) × |mean of y − mean of p|, 0 to 1;
    /// bin k holds k/15 ≤ p &lt; (k + 1)/15, the last also 1. Multiclass: a case is an example with the probability of the label that
    /// it was given, y = 1 if that is right. Otherwise: a case is an example with a label. 0 is perfect; chance alone makes it
    /// somewhat larger than 0 on a small set.
    /// </summary>
    public required double Ece { get; init; }

    /// <summary>
    /// Area under the ROC curve: chance that a random example with the label has a higher probability of it than a random one without,
    /// equal ones counting half (Mann and Whitney's U). Mean, one label against the rest, over those labels that some examples have and some
    /// have not; NaN without any. Binary: that of the positive label. 0.5 is guessing, 1 perfect.
    /// </summary>
    public required double Auc { get; init; }

    /// <summary>Precision of the positive label, see <see cref="LabelMetrics.Precision"/>; null unless binary (or passages).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Precision { get; init; }

    /// <summary>Recall of the positive label, see <see cref="LabelMetrics.Recall"/>; null unless binary (or passages).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Recall { get; init; }

    /// <summary>F1 of the positive label, see <see cref="LabelMetrics.F1"/>; null unless binary (or passages).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? F1 { get; init; }

    /// <summary>
    /// [name of the metric] -> its 95 % interval by the percentile bootstrap over documents (Efron 1979), in the order of
    /// <see cref="Metric"/>; metrics that are undefined have none. See <c>Bootstrap</c>.
    /// </summary>
    public required IReadOnlyDictionary<string, Interval> Intervals { get; init; }

    /// <summary>A row for each label of the model, in its order; binary: the negative label, then the positive.</summary>
    public required IReadOnlyList<LabelMetrics> PerLabel { get; init; }

    /// <summary>Which labels were taken for which.</summary>
    public required Confusion Confusion { get; init; }

    /// <summary>The same for the sentences of the documents; null unless passages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricBlock? Passages { get; init; }

    /// <summary>Name of a metric in the report ("macroF1").</summary>
    public static string NameOf(Metric metric) => JsonNamingPolicy.CamelCase.ConvertName(metric.ToString());

    /// <summary>[name of the metric] -> value, in the order of <see cref="Metric"/>, without those that only other kinds have.</summary>
    public IReadOnlyDictionary<string, double> ToDictionary()
    {
        var values = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (Metric metric in Enum.GetValues<Metric>())
            if (Value(metric) is { } value) values.Add(NameOf(metric), value);
        return values;
    }

    /// <summary>A metric's value; null for one that only other kinds have, NaN for an undefined one.</summary>
    public double? Value(Metric metric) => metric switch
    {
        Metric.Accuracy => Accuracy,
        Metric.MacroF1 => MacroF1,
        Metric.MicroF1 => MicroF1,
        Metric.WeightedF1 => WeightedF1,
        Metric.MacroPrecision => MacroPrecision,
        Metric.MacroRecall => MacroRecall,
        Metric.LogLoss => LogLoss,
        Metric.Brier => Brier,
        Metric.Ece => Ece,
        Metric.Auc => Auc,
        Metric.Precision => Precision,
        Metric.Recall => Recall,
        Metric.F1 => F1,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not a metric"),
    };
}
