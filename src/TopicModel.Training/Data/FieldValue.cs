namespace TopicModel.Training.Data;

/// <summary>The value of a field of a row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The value as text, for kinds with a plain value; a number as it is written in the file.</param>
/// <param name="List">The values of a list as text.</param>
internal readonly record struct FieldValue(FieldKind Kind, string? Text = null, string[]? List = null)
{
    /// <summary>Separates the labels in a cell of a delimited file.</summary>
    public const char CellSeparator = '|';

    private const StringSplitOptions CellOptions = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>Whether the value can be an identifier or one label.</summary>
    public bool IsPlain => Kind is FieldKind.Text or FieldKind.Cell or FieldKind.Number or FieldKind.Boolean;

    /// <summary>The values of a cell that is a JSON list of strings, numbers and booleans; null where the value is no such cell.</summary>
    public string[]? CellList => Kind == FieldKind.Cell ? JsonCell.ReadList(Text!) : null;

    /// <summary>Labels without white space around them: one for a plain value, all of a list, none for a blank text; null where the field is missing or cannot be labels.</summary>
    public string[]? Labels => Kind switch
    {
        FieldKind.Cell => CellList is { } list ? Trim(list) : Text!.Split(CellSeparator, CellOptions),
        FieldKind.List => Trim(List!),
        _ when IsPlain => Trim([Text!]),
        _ => null,
    };

    private static string[] Trim(string[] labels) => [.. labels.Select(label => label.Trim()).Where(label => label.Length > 0)];

    /// <summary>What it is, for messages.</summary>
    public string Description => Kind switch
    {
        FieldKind.Missing => "missing",
        FieldKind.Number => $"the number {Text}",
        FieldKind.Boolean => Text!,
        FieldKind.List => "a list",
        FieldKind.MixedList => "a list with other things than plain values in it",
        FieldKind.Object => "an object",
        _ => "a text",
    };
}
