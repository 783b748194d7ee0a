using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>A row of a data file as it was read, before anything is demanded of it.</summary>
/// <param name="File">Name of the file, for messages.</param>
/// <param name="Line">Line at which the row starts, 1-based; 0 when the whole file is the row.</param>
/// <param name="Values">[field of the <see cref="FieldMap"/>].</param>
/// <param name="Names">Names of all fields of the row, in the order of the file; none for a text file.</param>
/// <param name="Rest">A JSON object of all other fields; null unless they were asked for.</param>
internal sealed record DataRow(string File, int Line, FieldValue[] Values, IReadOnlyList<string> Names, JsonElement? Rest = null)
{
    /// <summary>Where it stands, for messages: "articles.jsonl line 12".</summary>
    public string Place => PlaceOf(File, Line);

    /// <summary>Where a row stands, for messages.</summary>
    public static string PlaceOf(string file, int line) => line == 0 ? file : $"{file} line {line}";

    /// <summary>The row's identifier; "FILE:LINE" where it has none.</summary>
    /// <param name="name">Name of the identifier's field.</param>
    /// <exception cref="DataException">It is a list or an object.</exception>
    public string Id(string name)
    {
        FieldValue id = Values[0];
        if (id.Kind != FieldKind.Missing && !id.IsPlain) throw new DataException($"{Place}: field '{name}' is {id.Description}, expected a text or a number");
        return !string.IsNullOrEmpty(id.Text) ? id.Text : Line == 0 ? File : $"{File}:{Line}";
    }

    /// <summary>Whether <see cref="Id"/> is a JSON number, true or false as it stands in the file.</summary>
    public bool HasLiteralId => Values[0].Kind is FieldKind.Number or FieldKind.Boolean;

    /// <summary>The text of a field; empty where it is missing.</summary>
    /// <param name="field">Field of the <see cref="FieldMap"/>.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="DataException">It is no text, or longer than <see cref="Article.MaxTextLength"/>.</exception>
    public string Text(int field, string name)
    {
        FieldValue value = Values[field];
        if (value.Kind == FieldKind.Missing) return "";
        if (value.Kind is not (FieldKind.Text or FieldKind.Cell)) throw new DataException($"{Place}: field '{name}' is {value.Description}, expected a text");
        if (value.Text!.Length > Article.MaxTextLength) throw TextTooLong(Place, name, value.Text.Length);
        return value.Text;
    }

    /// <summary>The error for a text that is longer than <see cref="Article.MaxTextLength"/>.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">Name of its field.</param>
    /// <param name="length">Its length in UTF-16 units.</param>
    public static DataException TextTooLong(string place, string name, long length) =>
        new(string.Create(Wording.Culture, $"{place}: field '{name}' has {length:N0} characters, the limit is {Article.MaxTextLength:N0}"));
}
