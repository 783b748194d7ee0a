namespace TopicModel.Training.Evaluation.Details;

/// <summary>A test document with its sentences found, missed and spurious, in place.</summary>
/// <param name="Article">The article; its probability is that of the decision on the whole document.</param>
/// <param name="Found">Number of sentences rightly given.</param>
/// <param name="Missed">Number of sentences wrongly not given.</param>
/// <param name="Spurious">Number of sentences wrongly given.</param>
/// <param name="Sentences">The sentences that are true or given, each with its neighbours, in reading order; at most 16.</param>
public sealed record PassageExample(ArticleOutcome Article, int Found, int Missed, int Spurious, IReadOnlyList<PassageSentence> Sentences);
