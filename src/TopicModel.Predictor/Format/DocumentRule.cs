namespace TopicModel.Format;

/// <summary>
/// A document's probability of having positive sentences: the logistic function of weights times what
/// <c>Models.SentenceSummary</c> makes of the sentences' probabilities, plus a bias.
/// </summary>
/// <param name="Weights">[summary value].</param>
/// <param name="Bias">Added to the weighted sum.</param>
/// <param name="Threshold">The document is positive from this probability on.</param>
public sealed record DocumentRule(IReadOnlyList<double> Weights, double Bias, double Threshold);
