namespace TopicModel.Training.Evaluation.Details;

/// <summary>Documents by the values of one field.</summary>
/// <param name="Field">Name of the field; "length" for the built-in bands of the text's length in words.</param>
/// <param name="Metric">The metric by which slices are ranked, the classifier's main one; multiclass: accuracy, because a slice need not have all labels.</param>
/// <param name="Overall">The metric over all documents of the table.</param>
/// <param name="Slices">The weakest first; those too small to tell and those without a figure at the end. At most 30, the largest.</param>
/// <param name="Hidden">Number of values beyond those.</param>
public sealed record SliceTable(string Field, Metric Metric, double Overall, IReadOnlyList<Slice> Slices, int Hidden);
