namespace TopicModel.Training.Evaluation.Details;

/// <summary>A point of a <see cref="PrecisionRecallCurve"/>.</summary>
/// <param name="Recall">Share of the examples with the label that have at least this probability, 0 to 1.</param>
/// <param name="Precision">Share of the examples of at least this probability that have the label, 0 to 1.</param>
/// <param name="Probability">The probability, 0 to 1.</param>
public readonly record struct PrecisionRecallPoint(double Recall, double Precision, double Probability);
