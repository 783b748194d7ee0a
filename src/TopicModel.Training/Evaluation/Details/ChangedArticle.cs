namespace TopicModel.Training.Evaluation.Details;

/// <summary>A document whose decision changed between right and wrong.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its first line, at most 120 characters; empty when only the reports are at hand.</param>
/// <param name="Truth">Its labels.</param>
/// <param name="Before">The labels given before.</param>
/// <param name="After">The labels given after.</param>
/// <param name="Probability">Probability of the decision after.</param>
public sealed record ChangedArticle(string Id, string Title, IReadOnlyList<string> Truth, IReadOnlyList<string> Before, IReadOnlyList<string> After, double Probability);
