using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Quality;

/// <summary>What the labels of a classifier are like.</summary>
/// <param name="Figures">How many are suspect, and how many are probably wrong.</param>
/// <param name="Suspects">All suspects, the most suspect first.</param>
/// <param name="Checked">Those that would be suspect, had a person not checked them, the most doubted first.</param>
/// <param name="Conflicts">Near-duplicates that are labelled differently, at most 50.</param>
internal sealed record InspectedLabels(LabelQuality Figures, IReadOnlyList<LabelSuspect> Suspects, IReadOnlyList<LabelSuspect> Checked, IReadOnlyList<DuplicatePair> Conflicts);
