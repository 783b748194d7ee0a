namespace TopicModel.Training.Evaluation.Details;

/// <summary>A point of a <see cref="LearningCurve"/>.</summary>
/// <param name="Share">Share of the training documents, above 0 to 1.</param>
/// <param name="Documents">Their number.</param>
/// <param name="Score">The metric on the test documents, 0 to 1.</param>
/// <param name="Interval">Its 95 % interval, over the test documents.</param>
public sealed record LearningCurvePoint(double Share, int Documents, double Score, Interval Interval);
