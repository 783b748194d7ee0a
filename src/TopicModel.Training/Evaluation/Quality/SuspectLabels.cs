using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>What is wrong with the labels of a document, in the eyes of models that have not seen it.</summary>
/// <param name="Document">Index of the document.</param>
/// <param name="IsSuspect">Whether a label is probably wrong.</param>
/// <param name="Score">How suspect, 0 to 1, also for labels that are not.</param>
/// <param name="Suggested">The labels that it should probably have.</param>
/// <param name="Reason">Why.</param>
/// <param name="Why">The reason in one sentence without a full stop.</param>
internal sealed record SuspectLabels(int Document, bool IsSuspect, double Score, IReadOnlyList<string> Suggested, SuspectReason Reason, string Why);
