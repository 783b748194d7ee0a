namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// Labels that are probably wrong, by confident learning (Northcutt, Jiang and Chuang 2021) on probabilities of models that have not seen
/// the document: out-of-fold for the training documents, of the final model for the test documents.
/// </summary>
/// <param name="Documents">Number of documents looked at.</param>
/// <param name="SuspectCount">Number of documents with a suspect label.</param>
/// <param name="EstimatedErrorShare">Share of labels that are wrong by the confident joint, 0 to 1; multilabel: of the documents.</param>
/// <param name="Suspects">The most suspect first, at most 50; label-issues.jsonl has all.</param>
/// <param name="Conflicts">Near-duplicates that are labelled differently, at most 50.</param>
public sealed record LabelQuality(int Documents, int SuspectCount, double EstimatedErrorShare, IReadOnlyList<LabelSuspect> Suspects, IReadOnlyList<DuplicatePair> Conflicts)
{
    /// <summary>All suspects, the most suspect first, for label-issues.jsonl.</summary>
    internal IReadOnlyList<LabelSuspect> AllSuspects { get; init; } = Suspects;
}
