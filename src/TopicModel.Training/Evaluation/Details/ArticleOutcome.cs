namespace TopicModel.Training.Evaluation.Details;

/// <summary>What became of one test document.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Place">Where it was read: "articles.jsonl line 12".</param>
/// <param name="Title">The first line of its text, at most 120 characters.</param>
/// <param name="Truth">Its labels; binary and passages: the positive or the negative label.</param>
/// <param name="Given">The labels that it was given.</param>
/// <param name="Probability">Probability of the decision that the list is about, 0 to 1 (of a missed label: that it is not there).</param>
public sealed record ArticleOutcome(string Id, string Place, string Title, IReadOnlyList<string> Truth, IReadOnlyList<string> Given, double Probability);
