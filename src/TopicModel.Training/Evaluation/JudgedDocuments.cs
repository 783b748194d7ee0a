using TopicModel.Training.Data;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Evaluation;

/// <summary>Documents with what models that have not seen them say of them, in the same order.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Outcomes">What was said of them, and the truth.</param>
internal sealed record JudgedDocuments(IReadOnlyList<Document> Documents, Outcomes Outcomes);
