using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>Puts other labels into JSON lines.</summary>
/// <param name="idField">Name of the identifier's field.</param>
internal sealed class JsonLinesEditor(string idField) : ILabelEditor
{
    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public byte[] Correct(byte[] contents, IReadOnlyList<LabelIssue> issues)
    {
        ILookup<int, LabelIssue> ofLine = issues.ToLookup(issue => issue.Line);
        using var corrected = new MemoryStream(contents.Length);
        int line = 1, done = 0;
        for (int start = 0; start < contents.Length; line++)
        {
            int length = contents.AsSpan(start).IndexOf((byte)'\n') is var end and >= 0 ? end + 1 : contents.Length - start;
            byte[] row = contents[start..(start + length)];
            foreach (LabelIssue issue in ofLine[line])
            {
                row = Correct(row, issue);
                done++;
            }
            corrected.Write(row);
            start += length;
        }
        if (done < issues.Count) throw issues.First(issue => issue.Line >= line).Stale($"the file has only {line - 1} lines");
        return corrected.ToArray();
    }

    private byte[] Correct(byte[] row, LabelIssue issue)
    {
        int bom = row.AsSpan().StartsWith(StrictUtf8.ByteOrderMark) ? StrictUtf8.ByteOrderMark.Length : 0;
        (string? id, int start, int end) = Find(row.AsSpan(bom), issue);
        if (id is not null && id != issue.Id) throw issue.Stale($"'{idField}' is '{id}' there");
        if (end == 0) throw issue.Stale($"there is no field '{issue.Field}'");
        ReadOnlySpan<byte> old = row.AsSpan(bom)[start..end];
        if (!LabelSet.Of(JsonElement.Parse(old)).SetEquals(LabelSet.Of(issue.Given))) throw issue.Stale($"'{issue.Field}' is {Encoding.UTF8.GetString(old)} there, not what the issue was found with");
        return [.. row[..(bom + start)], .. NewValue(old, issue), .. row[(bom + end)..]];
    }

    /// <summary>The identifier of a row, and the place of its label's value in bytes; 0 when there is none.</summary>
    private (string? Id, int Start, int End) Find(ReadOnlySpan<byte> row, LabelIssue issue)
    {
        try
        {
            var json = new Utf8JsonReader(row);
            string? id = null;
            int start = 0, end = 0;
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
                bool isId = json.ValueTextEquals(idField), isLabel = json.ValueTextEquals(issue.Field);
                json.Read();
                if (isLabel) start = (int)json.TokenStartIndex;
                if (isId) id = json.TokenType == JsonTokenType.String ? json.GetString() : Encoding.UTF8.GetString(json.ValueSpan);
                json.Skip();
                if (isLabel) end = (int)json.BytesConsumed;
            }
            return (id, start, end);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DataException($"{issue.Where}: {issue.File} line {issue.Line} is not a JSON object any more", error);
        }
    }

    /// <summary>The suggestion as JSON: a number, true or false stays one; a list stays a list.</summary>
    private static byte[] NewValue(ReadOnlySpan<byte> old, LabelIssue issue)
    {
        JsonElement before = JsonElement.Parse(old);
        string[] labels = LabelSet.TextsOf(issue.Suggested);
        if (before.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False && labels is [var literal] && IsLiteral(literal)) return Encoding.UTF8.GetBytes(literal);
        bool isList = before.ValueKind == JsonValueKind.Array || issue.Suggested.ValueKind == JsonValueKind.Array;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Style))
        {
            if (isList) writer.WriteStartArray();
            foreach (string label in labels) writer.WriteStringValue(label);
            if (isList) writer.WriteEndArray();
        }
        return stream.ToArray();
    }

    private static bool IsLiteral(string text) => text is "true" or "false" || double.TryParse(text, System.Globalization.NumberStyles.Float, Wording.Culture, out double number) && double.IsFinite(number);
}
