namespace TopicModel.Training.Data;

/// <summary>The labels of one classifier.</summary>
/// <param name="Classifier">Its name.</param>
/// <param name="Kind">What it decides.</param>
/// <param name="Field">Name of its label field.</param>
/// <param name="Labels">Labels, ascending ordinally, with their numbers of documents.</param>
/// <param name="Without">Documents with none of them.</param>
public sealed record LabelSummary(string Classifier, ClassifierKind Kind, string Field, IReadOnlyList<LabelCount> Labels, LabelCount Without);
