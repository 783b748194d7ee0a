using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>Everything that the files of a report are made of.</summary>
/// <param name="Details">What they show.</param>
/// <param name="Predictions">What the classifiers said of each test document.</param>
internal sealed record ReportOutput(ReportDetails Details, IReadOnlyList<TestPredictions> Predictions);
