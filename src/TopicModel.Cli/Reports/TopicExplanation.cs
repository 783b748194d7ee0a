namespace TopicModel.Cli.Reports;

/// <summary>What a classifier says of an article, and why.</summary>
/// <param name="Name">Name of the classifier.</param>
/// <param name="Explanation">Why.</param>
internal sealed record TopicExplanation(string Name, Explanation Explanation);
