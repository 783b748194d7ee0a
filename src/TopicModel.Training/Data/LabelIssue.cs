using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>A line of label-issues.jsonl that a person has accepted.</summary>
/// <param name="Where">Where the line stands, for messages: "label-issues.jsonl line 3".</param>
/// <param name="Id">Identifier of the document.</param>
/// <param name="File">Data file that it was read from.</param>
/// <param name="Line">Line at which it starts there, 1-based.</param>
/// <param name="Field">Name of the label field.</param>
/// <param name="Given">What it was labelled with.</param>
/// <param name="Suggested">What it is to be labelled with.</param>
internal sealed record LabelIssue(string Where, string Id, string File, int Line, string Field, JsonElement Given, JsonElement Suggested)
{
    /// <summary>Name of the field that says whether the suggestion is accepted.</summary>
    public const string Accept = "accept";

    /// <summary>Reads a file; lines that are not accepted are only counted.</summary>
    /// <exception cref="DataException">A line is no JSON object, or an accepted one lacks something; the message names the line.</exception>
    public static (IReadOnlyList<LabelIssue> Accepted, int Others) Read(string path)
    {
        if (!System.IO.File.Exists(path)) throw new DataException($"{path}: there is no such file; 'topicmodel train' writes label-issues.jsonl into output.reports");
        var accepted = new List<LabelIssue>();
        int others = 0, number = 0;
        foreach (string line in System.IO.File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line, $"{path} line {number}") is { } issue) accepted.Add(issue);
            else others++;
        }
        return (accepted, others);
    }

    private static LabelIssue? Parse(string line, string where)
    {
        JsonElement row;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            row = document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw new DataException($"{where}: malformed JSON, expected one complete JSON object a line", error);
        }
        if (row.ValueKind != JsonValueKind.Object) throw new DataException($"{where}: expected a JSON object");
        if (!row.TryGetProperty(Accept, out JsonElement accept) || accept.ValueKind is JsonValueKind.False or JsonValueKind.Null) return null;
        if (accept.ValueKind != JsonValueKind.True) throw new DataException($"{where}: '{Accept}' is {accept.GetRawText()}, expected true or false");
        (string file, int start) = Place(Text(row, "place", where), where);
        return new LabelIssue(where, Text(row, "id", where), file, start, Text(row, "field", where), Labels(row, "given", where), Labels(row, "suggested", where));
    }

    private static string Text(JsonElement row, string name, string where) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new DataException($"{where}: '{name}' is missing, expected a text");

    private static JsonElement Labels(JsonElement row, string name, string where)
    {
        bool isUsable = row.TryGetProperty(name, out JsonElement value) &&
            (value.ValueKind == JsonValueKind.String || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)));
        return isUsable ? value : throw new DataException($"{where}: '{name}' is missing, expected a text or a list of texts");
    }

    private static (string File, int Line) Place(string place, string where)
    {
        int colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), System.Globalization.NumberStyles.None, Wording.Culture, out int line) && line > 0
            ? (place[..colon], line) : throw new DataException($"{where}: 'place' is '{place}', expected FILE:LINE");
    }
}
