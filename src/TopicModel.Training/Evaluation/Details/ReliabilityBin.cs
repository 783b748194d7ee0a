namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// A bin of the reliability diagram. A case is what <see cref="MetricBlock.Ece"/> counts: multiclass, an example with the probability of the
/// label that it was given, positive when that is right; otherwise an example with a label, positive when it has it.
/// </summary>
/// <param name="Low">Lowest probability of the bin, inclusive.</param>
/// <param name="High">Highest, exclusive; inclusive where it is 1.</param>
/// <param name="Count">Number of cases in it.</param>
/// <param name="MeanProbability">Their mean probability; NaN when there are none.</param>
/// <param name="PositiveShare">Share of them that is positive; NaN when there are none.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double MeanProbability, double PositiveShare);
