using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>What all classifiers of a session are trained on.</summary>
/// <param name="Documents">The training documents.</param>
/// <param name="Groups">[document] -> its group of near-duplicates, which stay in one fold; null when there is no cross-validation.</param>
/// <param name="Fingerprint">Of the documents, for manifests.</param>
/// <param name="Counts">Their n-gram counts, made on demand.</param>
internal sealed record TrainingData(IReadOnlyList<Document> Documents, int[]? Groups, string Fingerprint, CountCache Counts);
