namespace TopicModel.Training.Data;

/// <summary>One labelled (or to be labelled) text as it stands in a data file.</summary>
public sealed class Document
{
    private readonly string[]? _texts;
    private readonly StoredTexts? _stored;
    private readonly string? _place;

    /// <param name="id">Identifier; unique where the data has one.</param>
    /// <param name="texts">[text field], in the order of the schema; empty where the field is missing.</param>
    /// <param name="labels">[label field], in the order of the schema: its values, or null where the field is missing.</param>
    /// <param name="place">Where it was read: "articles.jsonl line 12".</param>
    public Document(string id, string[] texts, string[]?[] labels, string place)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        (Id, _texts, Labels, _place) = (id, texts, labels, place);
    }

    /// <summary>A document of a data file, whose place is <see cref="File"/> and <see cref="Line"/>.</summary>
    internal Document(string id, StoredTexts texts, string[]?[] labels) => (Id, _stored, Labels) = (id, texts, labels);

    /// <summary>Identifier; unique where the data has one.</summary>
    public string Id { get; }

    /// <summary>[text field]. Made anew by every call for a document of a data file: ask once.</summary>
    internal string[] Texts => _texts ?? _stored!.ToStrings();

    /// <summary>The texts without strings; valid until the thread asks for others.</summary>
    internal DocumentTexts Read() => _stored is null ? DocumentTexts.Of(_texts!) : DocumentTexts.Of(_stored);

    /// <summary>About how much text it has.</summary>
    internal int TextSize => _stored?.UnitCount ?? _texts!.Sum(text => text.Length);

    /// <summary>[label field] -> values as text: one for a plain value, several for a list, none for an empty list; null where missing.</summary>
    internal string[]?[] Labels { get; }

    /// <summary>Where it was read, for messages.</summary>
    public string Place => _place ?? DataRow.PlaceOf(File, Line);

    /// <summary>Name of the file that it was read from; empty when it was made otherwise.</summary>
    internal string File { get; init; } = "";

    /// <summary>Line at which it starts, 1-based; 0 when it is the whole file.</summary>
    internal int Line { get; init; }

    /// <summary>[slice field], in the order of the schema: the value as text, those of a list with commas between; empty where it is missing.</summary>
    internal string[] Slices { get; init; } = [];

    /// <summary>[label field] -> whether its labels were the text of a cell, where several may stand unseen; empty when none were.</summary>
    internal bool[] AreCellTexts { get; init; } = [];
}
