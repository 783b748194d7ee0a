namespace TopicModel.Training.Data;

/// <summary>The labels of a field as numbers.</summary>
/// <param name="Labels">[label] -> name, ascending ordinally; for binary classifiers and passages the positive label alone.</param>
/// <param name="Matrix">Which documents have which labels.</param>
/// <param name="NegativeLabel">The other value of a binary classifier; empty for other kinds.</param>
internal sealed record EncodedLabels(IReadOnlyList<string> Labels, LabelMatrix Matrix, string NegativeLabel);
