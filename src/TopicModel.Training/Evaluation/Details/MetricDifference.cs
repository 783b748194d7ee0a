namespace TopicModel.Training.Evaluation.Details;

/// <summary>A figure before and after.</summary>
/// <param name="Name">Name of the metric in the report ("macroF1"), or the label.</param>
/// <param name="Before">Its value before; NaN when undefined.</param>
/// <param name="After">Its value after; NaN when undefined.</param>
/// <param name="Difference">After minus before.</param>
/// <param name="Interval">95 % interval of the difference: by the paired bootstrap, or, unpaired, from the two intervals; null when unknown.</param>
/// <param name="Outcome">What it means, lower being better for losses.</param>
public sealed record MetricDifference(string Name, double Before, double After, double Difference, Interval? Interval, ComparisonOutcome Outcome);
