namespace TopicModel.Training.Evaluation.Details;

/// <summary>How probabilities relate to the truth on the test examples.</summary>
/// <param name="PrecisionRecall">A curve for each label; binary and passages: of the positive label alone.</param>
/// <param name="Reliability">The 15 bins of <see cref="MetricBlock.Ece"/>, from the lowest probability; empty ones have a count of 0.</param>
/// <param name="Histograms">A histogram of the probabilities for each label, as the curves.</param>
public sealed record TestCurves(IReadOnlyList<PrecisionRecallCurve> PrecisionRecall, IReadOnlyList<ReliabilityBin> Reliability, IReadOnlyList<ScoreHistogram> Histograms);
