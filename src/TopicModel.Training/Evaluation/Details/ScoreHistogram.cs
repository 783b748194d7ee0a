namespace TopicModel.Training.Evaluation.Details;

/// <summary>How the probabilities of one label are spread, apart for the examples that have it and those that have not.</summary>
/// <param name="Label">The label.</param>
/// <param name="With">[bin of 20 of equal width] -> examples that have the label.</param>
/// <param name="Without">[bin] -> examples that have it not.</param>
public sealed record ScoreHistogram(string Label, IReadOnlyList<int> With, IReadOnlyList<int> Without);
