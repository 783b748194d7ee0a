namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>A line of predictions.jsonl.</summary>
/// <param name="Classifier">Name of the classifier.</param>
/// <param name="Id">Identifier of the document.</param>
/// <param name="Truth">Its labels.</param>
/// <param name="Given">The labels given.</param>
/// <param name="Probabilities">[label], in the order of the report's labels.</param>
/// <param name="Sentences">Of its sentences; null unless passages.</param>
internal sealed record PredictionLine(string Classifier, string Id, string[] Truth, string[] Given, float[] Probabilities, PredictionLine.SentenceLine? Sentences = null)
{
    /// <summary>The sentences of a document.</summary>
    /// <param name="Truth">Indices of the sentences that are passages.</param>
    /// <param name="Given">Indices of the sentences that were given.</param>
    /// <param name="Probabilities">[sentence].</param>
    internal sealed record SentenceLine(int[] Truth, int[] Given, float[] Probabilities);
}
