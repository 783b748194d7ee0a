namespace TopicModel.Training.Evaluation.Details;

/// <summary>A wrong decision, with the words that caused it.</summary>
/// <param name="Article">The article, with the probability of the wrong decision.</param>
/// <param name="Label">The label that is at issue: the one wrongly given, or else the one missed.</param>
/// <param name="IsMissed">Whether the label was missed rather than wrongly given. Multiclass: false.</param>
/// <param name="RightProbability">Probability that the model saw in the truth: of the true label (multiclass), or one minus that of the wrong decision.</param>
/// <param name="Terms">The words that pushed most to the wrong decision, the strongest first, at most 8.</param>
/// <param name="Excerpts">Parts of the article's own text around them, field by field; at most 600 characters together.</param>
public sealed record Mistake(ArticleOutcome Article, string Label, bool IsMissed, double RightProbability, IReadOnlyList<MistakeTerm> Terms, IReadOnlyList<Excerpt> Excerpts);
