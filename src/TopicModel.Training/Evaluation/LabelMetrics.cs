namespace TopicModel.Training.Evaluation;

/// <summary>How well one label was told from the others.</summary>
public sealed record LabelMetrics
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>Number of examples that truly have the label: tp + fn.</summary>
    public required int Support { get; init; }

    /// <summary>tp / (tp + fp), 0 to 1; 0 when the label was never given.</summary>
    public required double Precision { get; init; }

    /// <summary>tp / (tp + fn), 0 to 1; 0 when no example has the label.</summary>
    public required double Recall { get; init; }

    /// <summary>2 tp / (2 tp + fp + fn), the harmonic mean of precision and recall, 0 to 1; 0 when the label is neither there nor given.</summary>
    public required double F1 { get; init; }

    /// <summary>
    /// Area under the steps of the precision-recall curve: Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct probabilities from the highest down,
    /// without interpolation, 0 to 1. It judges the ranking alone; equal probabilities are one step. NaN (null in JSON) when no
    /// example has the label.
    /// </summary>
    public required double AveragePrecision { get; init; }

    /// <summary>Probability from which the label is given; null for multiclass and for the negative label of a binary classifier.</summary>
    public double? Threshold { get; init; }

    /// <summary>
    /// "precision", "recall" and "f1" -> 95 % interval, made as those of <see cref="MetricBlock.Intervals"/>; empty where none were asked for.
    /// </summary>
    public IReadOnlyDictionary<string, Interval> Intervals { get; init; } = new Dictionary<string, Interval>();
}
