namespace TopicModel.Training.Evaluation.Details;

/// <summary>The documents with one value of a field.</summary>
/// <param name="Value">The value; empty for documents without one. Length bands: "under 200 words".</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="Support">Number of labels that they truly have (binary, passages: positive documents; multiclass: the documents).</param>
/// <param name="Score">The metric of the table; NaN when the slice neither has nor was given a label, which no F1 can judge.</param>
/// <param name="Interval">Its 95 % interval; null when the score is NaN.</param>
/// <param name="Accuracy">Share of documents whose whole decision is right.</param>
/// <param name="IsSmall">Whether it is too small to tell: fewer than 30 documents, or a support below 10.</param>
/// <param name="IsWeak">Whether it is clearly below the others: the whole interval lies under the overall figure, and it is not small.</param>
public sealed record Slice(string Value, int Documents, int Support, double Score, Interval? Interval, double Accuracy, bool IsSmall, bool IsWeak);
