using System.Buffers;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace TopicModel.Training.Data;

/// <summary>Reads a file of cells between commas or tabs (RFC 4180) whose first row names the columns. Empty lines are passed over.</summary>
internal sealed class DelimitedReader(Stream stream, string file, string delimiter, FieldMap fields, bool keepRest)
{
    /// <summary>How much of a wrong cell and of the name of a column a message shows, in UTF-16 units.</summary>
    private const int ShownLength = 40, ShownNameLength = 60;

    private int _line;

    /// <summary>The rows behind the header, in order.</summary>
    /// <exception cref="DataException">Not UTF-8, a wrong quote, a row of another length than the header, or no column of the fields asked for.</exception>
    public IEnumerable<DataRow> Read()
    {
        string[]? header = null;
        int[] targets = [];
        foreach (string[] cells in ReadCells())
        {
            if (header is null)
            {
                header = CheckHeader(cells);
                targets = [.. header.Select(fields.Find)];
            }
            else
            {
                yield return ToRow(header, targets, cells);
            }
        }
    }

    /// <summary>The names of the columns; none in an empty file.</summary>
    /// <exception cref="DataException">Not UTF-8, or two columns have the same name.</exception>
    public string[] ReadNames() => ReadCells().FirstOrDefault() is { } cells ? CheckNames(cells) : [];

    private IEnumerable<string[]> ReadCells()
    {
        // Empty lines are seen and passed over here, not in the parser, because the parser then gives the line a row ends at alone.
        var configuration = new CsvConfiguration(Wording.Culture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BufferSize = 1 << 16,
            BadDataFound = args => throw Malformed(args.Field),
        };
        using var parser = new CsvParser(new StrictUtf8Reader(stream, file), configuration);
        while (true)
        {
            _line = parser.RawRow + 1;
            if (!parser.Read()) yield break;
            string[] cells = parser.Record!;
            if (cells.Length > 1 || cells is [{ Length: > 0 }]) yield return cells;
        }
    }

    private string[] CheckHeader(string[] cells)
    {
        string[] header = CheckNames(cells);
        RequireAny(header, fields.Texts);
        RequireAny(header, fields.Labels);
        return header;
    }

    private string[] CheckNames(string[] cells)
    {
        string[] names = [.. cells.Select(cell => cell.Trim())];
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1 && group.Key.Length > 0)?.Key;
        if (twice is not null) throw new DataException($"{file} line {_line}: two columns are named '{Shorten(twice)}', expected different names{HeaderHint(names)}");
        if (names is [string only] && FindSeparator(only) is { } separator)
            throw new DataException($"{file} line {_line}: there is only the column '{Shorten(only)}'; the separator seems to be {separator}: save with {(delimiter == "," ? "commas, or as .tsv" : "tabs, or as .csv")}{HeaderHint(names)}");
        return names;
    }

    private void RequireAny(string[] header, int[] wanted)
    {
        string[] names = [.. wanted.Select(field => fields.Names[field])];
        if (names.Length == 0 || names.Intersect(header).Any()) return;
        string columns = Wording.List(header.Select(Shorten)), hint = NearestName.HintOfAny(names, header.Where(name => name.Length <= ShownNameLength));
        throw new DataException($"{file} line {_line}: there is no column {Wording.List(names, "or")}, the columns are {columns}{hint}{HeaderHint(header)}");
    }

    /// <summary>Another separator that the only column's name has in it, for messages; null for none.</summary>
    private string? FindSeparator(string name)
    {
        int position = name.AsSpan().IndexOfAny(delimiter == "," ? ";\t" : ";,");
        return position < 0 ? null : name[position] == '\t' ? "a tab" : $"'{name[position]}'";
    }

    private static string Shorten(string name) => (name.Length <= ShownNameLength ? name : name[..ShownNameLength] + "...").ReplaceLineEndings(" ").Replace('\t', ' ');

    /// <summary>A cell as long as a text is no name: the header is most likely missing.</summary>
    private string HeaderHint(string[] header) => Array.Exists(header, name => name.Length > ShownNameLength) ? $"; line {_line} must be the header" : "";

    private DataRow ToRow(string[] header, int[] targets, string[] cells)
    {
        if (cells.Length != header.Length)
            throw new DataException($"{file} line {_line}: malformed row of {Wording.Count(cells.Length, "cell")}, expected {header.Length} as in the header");
        var values = new FieldValue[fields.Names.Length];
        for (int i = 0; i < cells.Length; i++)
            if (targets[i] >= 0) values[targets[i]] = new FieldValue(FieldKind.Cell, cells[i]);
        return new DataRow(file, _line, values, header, keepRest ? Rest(header, targets, cells) : null);
    }

    private static JsonElement Rest(string[] header, int[] targets, string[] cells)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            for (int i = 0; i < cells.Length; i++)
                if (targets[i] < 0) json.WriteString(header[i], cells[i]);
            json.WriteEndObject();
        }
        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private DataException Malformed(string field)
    {
        string shown = field.Length <= ShownLength ? field : field[..ShownLength] + "...";
        shown = shown.ReplaceLineEndings(" ");
        return new DataException($"{file} line {_line}: malformed cell {shown}, expected a cell with quotes to stand between quotes with each inner quote doubled");
    }
}
