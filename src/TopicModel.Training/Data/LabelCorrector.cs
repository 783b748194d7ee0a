using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TopicModel.Text;
using TopicModel.Training.Format;

namespace TopicModel.Training.Data;

/// <summary>
/// Writes accepted label issues into the data files that they came from. Nothing but the label's value changes: the rest of a line, and all
/// other lines, stay as they are to the byte. All files are replaced together, or none.
/// </summary>
/// <param name="baseFolder">Folder that the files' names start from.</param>
/// <param name="idField">Name of the identifier's field.</param>
internal sealed class LabelCorrector(string baseFolder, string idField)
{
    private static readonly JsonWriterOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Stages the corrected files; returns their names.</summary>
    /// <exception cref="DataException">A file is none of JSON lines, or its line is not what the issue says; the message names both.</exception>
    public IReadOnlyList<string> Stage(IReadOnlyList<LabelIssue> issues, StagedFiles files)
    {
        var names = new List<string>();
        foreach (IGrouping<string, LabelIssue> file in issues.GroupBy(issue => issue.File, StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(file.Key, baseFolder);
            if (!path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)) throw new DataException($"{file.First().Where}: {file.Key} cannot be corrected here, only .jsonl files can; correct line {file.First().Line} by hand and set '{LabelIssue.Accept}' to false");
            if (!File.Exists(path)) throw new DataException($"{file.First().Where}: {file.Key}: there is no such file");
            files.Stage(path, Correct(File.ReadAllBytes(path), [.. file]));
            names.Add(file.Key);
        }
        return names;
    }

    private byte[] Correct(byte[] contents, LabelIssue[] issues)
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
        if (done < issues.Length) throw Stale(issues.First(issue => issue.Line >= line), $"the file has only {line - 1} lines");
        return corrected.ToArray();
    }

    private byte[] Correct(byte[] row, LabelIssue issue)
    {
        int bom = row.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        (string? id, int start, int end) = Find(row.AsSpan(bom), issue);
        if (id is not null && id != issue.Id) throw Stale(issue, $"'{idField}' is '{id}' there");
        if (end == 0) throw Stale(issue, $"there is no field '{issue.Field}'");
        ReadOnlySpan<byte> old = row.AsSpan(bom)[start..end];
        if (!IsGiven(old, issue)) throw Stale(issue, $"'{issue.Field}' is {Encoding.UTF8.GetString(old)} there, not what the issue was found with");
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

    /// <summary>Whether a value in the data has the labels that the issue was found with, in any order and Unicode form.</summary>
    private static bool IsGiven(ReadOnlySpan<byte> value, LabelIssue issue) => Labels(JsonElement.Parse(value)).SetEquals(Labels(issue.Given));

    private static HashSet<string> Labels(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => Canonical(item))],
        JsonValueKind.Null => [],
        _ => [.. new[] { Canonical(value) }.Where(label => label.Length > 0)],
    };

    private static string Canonical(JsonElement value) => CanonicalComposer.Compose(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Trim();

    /// <summary>The suggestion as JSON: a number, true or false stays one; a list stays a list.</summary>
    private static byte[] NewValue(ReadOnlySpan<byte> old, LabelIssue issue)
    {
        JsonElement before = JsonElement.Parse(old);
        string[] labels = issue.Suggested.ValueKind == JsonValueKind.Array ? [.. issue.Suggested.EnumerateArray().Select(item => item.GetString()!)] : [issue.Suggested.GetString()!];
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

    private static DataException Stale(LabelIssue issue, string problem) =>
        new($"{issue.Where}: {issue.File} line {issue.Line}: {problem}; train again for new issues. Nothing was changed");
}
