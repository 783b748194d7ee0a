namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// How the score on the test documents grows with the number of training documents: models of nested, stratified parts of them, thresholds
/// tuned on the documents that a part leaves out. The last point is the model of this report.
/// </summary>
/// <param name="Metric">The metric, the classifier's main one.</param>
/// <param name="Points">By share, ascending.</param>
/// <param name="Trend">The power law through the points; null when none fits (fewer than four points, or the score does not grow).</param>
public sealed record LearningCurve(Metric Metric, IReadOnlyList<LearningCurvePoint> Points, PowerLaw? Trend);
