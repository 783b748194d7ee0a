namespace TopicModel.Training.Data;

/// <summary>What the fields of a data file seem to be, by its first rows.</summary>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Fields">All fields, in the order in which they first come.</param>
/// <param name="IdField">Field that identifies the rows; null when none does.</param>
/// <param name="TextFields">Fields of text, in the order of the file.</param>
/// <param name="LabelFields">Fields of labels, in the order of the file.</param>
public sealed record SniffedSchema(int Rows, IReadOnlyList<SniffedField> Fields, string? IdField, IReadOnlyList<string> TextFields, IReadOnlyList<SniffedLabel> LabelFields);
