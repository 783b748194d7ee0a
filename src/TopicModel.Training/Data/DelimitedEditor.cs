using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>Puts other labels into a file of cells between commas or tabs.</summary>
/// <param name="delimiter">Between cells.</param>
/// <param name="idField">Name of the identifier's column.</param>
internal sealed class DelimitedEditor(char delimiter, string idField) : ILabelEditor
{
    private static readonly JsonSerializerOptions Style = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SearchValues<char> _quoted = SearchValues.Create([delimiter, '"', '\r', '\n']);

    /// <inheritdoc/>
    public byte[] Correct(byte[] contents, IReadOnlyList<LabelIssue> issues)
    {
        ILookup<int, LabelIssue> ofLine = issues.ToLookup(issue => issue.Line);
        Table table = Survey(contents, ofLine, [.. issues.Select(issue => issue.Field)]);
        if (issues.FirstOrDefault(issue => !table.Starts.Contains(issue.Line)) is { } lost) throw lost.Stale("no row starts there");
        using var corrected = new MemoryStream(contents.Length);
        int position = 0;
        foreach ((Range cell, byte[] label) in table.Replaced.Values)
        {
            corrected.Write(contents.AsSpan(position..cell.Start));
            corrected.Write(label);
            position = cell.End.Value;
        }
        corrected.Write(contents.AsSpan(position));
        return corrected.ToArray();
    }

    private Table Survey(byte[] contents, ILookup<int, LabelIssue> ofLine, HashSet<string> fields)
    {
        var rows = new DelimitedScanner(contents, delimiter);
        string[] header = rows.MoveNext() ? [.. rows.Cells.Select(cell => rows.Text(cell).Trim())] : [];
        var cells = new List<(LabelIssue Issue, Range Cell)>();
        var starts = new HashSet<int>();
        var listFields = new HashSet<string>(StringComparer.Ordinal);
        while (rows.MoveNext())
        {
            starts.Add(rows.Line);
            foreach (LabelIssue issue in ofLine[rows.Line]) cells.Add((issue, Find(rows, header, issue)));
            for (int column = 0; column < Math.Min(header.Length, rows.Cells.Count); column++)
                if (fields.Contains(header[column]) && JsonCell.ReadList(rows.Text(rows.Cells[column])) is not null) listFields.Add(header[column]);
        }
        var replaced = new SortedDictionary<int, (Range, byte[])>();
        foreach ((LabelIssue issue, Range cell) in cells)
            if (!replaced.TryAdd(cell.Start.Value, (cell, NewCell(contents.AsSpan(cell), issue, listFields.Contains(issue.Field))))) throw issue.Stale($"another accepted line corrects '{issue.Field}' there too");
        return new Table(starts, replaced);
    }

    /// <summary>The cell with the label of an issue.</summary>
    private Range Find(DelimitedScanner rows, string[] header, LabelIssue issue)
    {
        if (rows.Cells.Count != header.Length) throw issue.Stale($"the row has {Wording.Count(rows.Cells.Count, "cell")}, the header {header.Length}");
        if (Array.IndexOf(header, idField) is var id and >= 0 && rows.Text(rows.Cells[id]) is { Length: > 0 } found && found != issue.Id) throw issue.Stale($"'{idField}' is '{found}' there");
        int column = Array.IndexOf(header, issue.Field);
        if (column < 0) throw issue.Stale($"there is no column '{issue.Field}'");
        string old = rows.Text(rows.Cells[column]);
        return LabelSet.Of(LabelsOf(old)).SetEquals(LabelSet.Of(issue.Given)) ? rows.Cells[column] : throw issue.Stale($"'{issue.Field}' is '{old}' there, not what the issue was found with");
    }

    private static string[] LabelsOf(string cell) => new FieldValue(FieldKind.Cell, cell).Labels!;

    /// <summary>
    /// The suggestion as a cell: a JSON list where the column has some and it is one too, or where bars would not do; in quotes where some were,
    /// or where it needs them.
    /// </summary>
    private byte[] NewCell(ReadOnlySpan<byte> old, LabelIssue issue, bool usesLists)
    {
        string[] labels = LabelSet.TextsOf(issue.Suggested);
        string text = string.Join(FieldValue.CellSeparator, labels);
        bool isList = usesLists && issue.Suggested.ValueKind == JsonValueKind.Array;
        if (isList || !LabelSet.Of(LabelsOf(text)).SetEquals(LabelSet.Of(labels))) text = JsonSerializer.Serialize(labels, Style);
        bool needsQuotes = old.StartsWith((byte)'"') || text.AsSpan().ContainsAny(_quoted);
        return Encoding.UTF8.GetBytes(needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
    }

    /// <summary>What a file is like.</summary>
    /// <param name="Starts">Lines at which rows start, without the header.</param>
    /// <param name="Replaced">[first byte of a cell] -> the cell, and what is to stand there.</param>
    private sealed record Table(HashSet<int> Starts, SortedDictionary<int, (Range Cell, byte[] Label)> Replaced);
}
