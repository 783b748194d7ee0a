using System.Diagnostics;
using System.Text.Json.Serialization;
using TopicModel.Json;

namespace TopicModel;

/// <summary>
/// A text in named fields. News articles have a title, a lead and a body; models trained on other data name other fields, which are
/// set through the indexer. A field that was never set is empty. As JSON it is an object with a property for each field.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(ArticleConverter))]
public sealed class Article
{
    /// <summary>
    /// The longest text of a field, in UTF-16 units (a book has about a million): longer ones in a data file are a mistake there, such
    /// as a missing line end, and are refused with their place.
    /// </summary>
    public const int MaxTextLength = 16_000_000;

    /// <summary>Name of the field behind <see cref="Title"/>.</summary>
    public const string TitleField = "title";

    /// <summary>Name of the field behind <see cref="Lead"/>.</summary>
    public const string LeadField = "lead";

    /// <summary>Name of the field behind <see cref="Body"/>.</summary>
    public const string BodyField = "body";

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Headline. Default: empty.</summary>
    public string Title { get => this[TitleField]; init => this[TitleField] = value; }

    /// <summary>Standfirst, sapo. Default: empty.</summary>
    public string Lead { get => this[LeadField]; init => this[LeadField] = value; }

    /// <summary>The article's text. Default: empty.</summary>
    public string Body { get => this[BodyField]; init => this[BodyField] = value; }

    /// <summary>The text of a field, by its name in the training data; empty when it was never set.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public string this[string field]
    {
        get => _fields.GetValueOrDefault(field, "");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _fields[field] = value;
        }
    }

    /// <summary>Names and texts of the fields that were set, in that order.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The title, or else the start of the first text there is: "Đoàn đại biểu … (title, body)".</summary>
    public override string ToString()
    {
        const int longest = 60;
        string text = Title.Length > 0 ? Title : _fields.Values.FirstOrDefault(value => value.Length > 0, "");
        return $"{(text.Length > longest ? text[..longest] + "…" : text)} ({string.Join(", ", _fields.Where(field => field.Value.Length > 0).Select(field => field.Key))})";
    }

    /// <summary>The texts of the given fields, in their order.</summary>
    /// <exception cref="ArgumentException">A text is longer than <see cref="MaxTextLength"/>.</exception>
    internal string[] Texts(IReadOnlyList<string> fields)
    {
        var texts = new string[fields.Count];
        for (int i = 0; i < texts.Length; i++) texts[i] = Checked(this[fields[i]], fields[i]);
        return texts;
    }

    /// <summary>A text given without a name, as the last of some fields; the others are empty.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="MaxTextLength"/>.</exception>
    internal static string[] LastField(string text, IReadOnlyList<string> fields)
    {
        var texts = new string[fields.Count];
        Array.Fill(texts, "");
        texts[^1] = Checked(text, fields[^1]);
        return texts;
    }

    /// <summary>Refuses a text of more than <see cref="MaxTextLength"/> units.</summary>
    internal static void CheckLength(int length, string field)
    {
        if (length > MaxTextLength) throw new ArgumentException($"the text of field '{field}' has {length} UTF-16 units, {MaxTextLength} are allowed");
    }

    private static string Checked(string text, string field)
    {
        CheckLength(text.Length, field);
        return text;
    }
}
