namespace TopicModel.Training.Data;

/// <summary>Which fields of a data file are used. Names are compared ordinally, as they stand in the file.</summary>
/// <param name="IdField">Field of the identifier; a row without it is called "FILE:LINE".</param>
/// <param name="TextFields">Fields of the text, at least one; plain text files go to the last of them.</param>
/// <param name="LabelFields">Fields of the labels; none for data that is to be labelled.</param>
public sealed record DataSchema(string IdField, IReadOnlyList<string> TextFields, IReadOnlyList<string> LabelFields)
{
    /// <summary>Fields by whose values figures are told apart; they need not be there. Default: none.</summary>
    public IReadOnlyList<string> SliceFields { get; init; } = [];
}
