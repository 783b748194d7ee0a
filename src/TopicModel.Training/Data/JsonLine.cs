using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>A line of a file of JSON lines that people edit: an object whose fields are read with checks.</summary>
/// <param name="Where">Where it stands, for messages: "label-issues.jsonl line 3".</param>
/// <param name="Row">The object.</param>
internal sealed record JsonLine(string Where, JsonElement Row)
{
    /// <summary>The lines of a file; blank ones are passed over.</summary>
    /// <exception cref="DataException">A line is no JSON object; the message names it.</exception>
    public static IEnumerable<JsonLine> Read(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(line, $"{path} line {number}");
        }
    }

    /// <summary>Whether there is a field.</summary>
    public bool Has(string name) => Row.TryGetProperty(name, out _);

    /// <summary>A text.</summary>
    /// <exception cref="DataException">It is missing, or something else.</exception>
    public string Text(string name) =>
        Row.TryGetProperty(name, out JsonElement value) && IsText(value) ? value.GetString()! : throw Unusable(name, "a text");

    /// <summary>A label as text, or labels as a list of texts.</summary>
    /// <exception cref="DataException">It is missing, or something else.</exception>
    public JsonElement Labels(string name)
    {
        bool isUsable = Row.TryGetProperty(name, out JsonElement value) && (IsText(value) || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsText)));
        return isUsable ? value : throw Unusable(name, "a text or a list of texts");
    }

    /// <summary>true or false; false where it is missing or null.</summary>
    /// <exception cref="DataException">It is something else.</exception>
    public bool Flag(string name)
    {
        if (!Row.TryGetProperty(name, out JsonElement value) || value.ValueKind is JsonValueKind.False or JsonValueKind.Null) return false;
        return value.ValueKind == JsonValueKind.True ? true : throw new DataException($"{Where}: '{name}' is {value.GetRawText()}, expected true or false");
    }

    private DataException Unusable(string name, string expected) =>
        new($"{Where}: '{name}' is {(Row.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : "missing")}, expected {expected}");

    /// <summary>Whether it is a text of whole characters: an escaped half of one ("\ud800") is none, and cannot be read.</summary>
    private static bool IsText(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonLine Parse(string line, string where)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new JsonLine(where, document.RootElement.Clone()) : throw new DataException($"{where}: expected a JSON object");
        }
        catch (JsonException error)
        {
            throw new DataException($"{where}: malformed JSON, expected one complete JSON object a line", error);
        }
    }
}
