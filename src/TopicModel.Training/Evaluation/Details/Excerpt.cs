namespace TopicModel.Training.Evaluation.Details;

/// <summary>A part of a field of an article.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Text">The part, as it stands there.</param>
/// <param name="StartsInside">Whether the field has text before it.</param>
/// <param name="EndsInside">Whether the field has text behind it.</param>
/// <param name="Marks">Words of it that count, in order, not overlapping.</param>
public sealed record Excerpt(string Field, string Text, bool StartsInside, bool EndsInside, IReadOnlyList<ExcerptMark> Marks);
