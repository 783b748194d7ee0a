namespace TopicModel.Training.Evaluation.Details;

/// <summary>Precision against recall of one label as its threshold falls.</summary>
/// <param name="Label">The label.</param>
/// <param name="Support">Number of examples that have it; the curve has no points when it is 0.</param>
/// <param name="AveragePrecision">Area under the steps of the whole curve, as <see cref="LabelMetrics.AveragePrecision"/>; NaN without support.</param>
/// <param name="Points">From the highest probability down, at most 120: of longer curves those that deviate most, always the first and the last.</param>
/// <param name="Chosen">
/// Where the decisions are: precision and recall of the label in the report, with its threshold. A point of the curve, except for sentences, which are given only where their document is, and for
/// multiclass, where the most probable label is given whatever its probability (then its probability is NaN). Null when it was never given.
/// </param>
public sealed record PrecisionRecallCurve(string Label, int Support, double AveragePrecision, IReadOnlyList<PrecisionRecallPoint> Points, PrecisionRecallPoint? Chosen);
