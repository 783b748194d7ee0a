namespace TopicModel.Training.Data;

/// <summary>One labelled (or to be labelled) text as it stands in a data file.</summary>
public sealed class Document
{
    /// <param name="id">Identifier; unique where the data has one.</param>
    /// <param name="texts">[text field], in the order of the schema; empty where the field is missing.</param>
    /// <param name="labels">[label field], in the order of the schema: its values, or null where the field is missing.</param>
    /// <param name="place">Where it was read: "articles.jsonl line 12".</param>
    public Document(string id, string[] texts, string[]?[] labels, string place)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        (Id, Texts, Labels, Place) = (id, texts, labels, place);
    }

    /// <summary>Identifier; unique where the data has one.</summary>
    public string Id { get; }

    /// <summary>[text field].</summary>
    internal string[] Texts { get; }

    /// <summary>[label field] -> values as text: one for a plain value, several for a list, none for an empty list; null where missing.</summary>
    internal string[]?[] Labels { get; }

    /// <summary>Where it was read, for messages.</summary>
    public string Place { get; }

    /// <summary>Name of the file that it was read from; empty when it was made otherwise.</summary>
    internal string File { get; init; } = "";

    /// <summary>Line at which it starts, 1-based; 0 when it is the whole file.</summary>
    internal int Line { get; init; }

    /// <summary>[slice field], in the order of the schema: the value as text, those of a list with commas between; empty where it is missing.</summary>
    internal string[] Slices { get; init; } = [];

    /// <summary>[label field] -> whether its labels were the text of a cell, where several may stand unseen; empty when none were.</summary>
    internal bool[] AreCellTexts { get; init; } = [];
}
