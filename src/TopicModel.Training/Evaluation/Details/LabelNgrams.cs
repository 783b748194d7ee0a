namespace TopicModel.Training.Evaluation.Details;

/// <summary>The n-grams that speak most strongly for and against a label.</summary>
/// <param name="Label">The label.</param>
/// <param name="For">Those for it, the strongest first.</param>
/// <param name="Against">Those against it, the strongest first; their influence is negative.</param>
public sealed record LabelNgrams(string Label, IReadOnlyList<StrongNgram> For, IReadOnlyList<StrongNgram> Against);
