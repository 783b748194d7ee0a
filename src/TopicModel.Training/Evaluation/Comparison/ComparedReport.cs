namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>A report that is compared with another one.</summary>
/// <param name="Name">What it is called: its path, or what it is.</param>
/// <param name="Report">The report.</param>
/// <param name="Predictions">[name of the classifier] -> what it said of each test document; null when there is no predictions.jsonl.</param>
internal sealed record ComparedReport(string Name, Report Report, IReadOnlyDictionary<string, TestPredictions>? Predictions);
