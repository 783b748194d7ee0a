namespace TopicModel.Training.Data;

/// <summary>A field that looks like labels.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Kind">The kind of classifier that suits it.</param>
/// <param name="Values">Its values, ascending ordinally; empty for passages.</param>
public sealed record SniffedLabel(string Field, ClassifierKind Kind, IReadOnlyList<string> Values);
