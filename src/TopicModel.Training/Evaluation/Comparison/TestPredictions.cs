namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>What a classifier said of each test document: what predictions.jsonl holds of it.</summary>
/// <param name="Classifier">Its name.</param>
/// <param name="Ids">[document] -> its identifier.</param>
/// <param name="Documents">What was said of the documents, and the truth.</param>
/// <param name="Sentences">Of their sentences; null unless passages.</param>
internal sealed record TestPredictions(string Classifier, IReadOnlyList<string> Ids, PredictionSet Documents, PredictionSet? Sentences)
{
    /// <summary>[document] -> its first line; empty when the texts are not at hand.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];
}
