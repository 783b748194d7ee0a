namespace TopicModel.Training.Data;

/// <summary>
/// Reads articles to be labelled, in order, with memory for a few whatever the size of a file: one at a time, and of files of JSON lines what
/// is read ahead, four batches of 128 KiB. Of standard input, which somebody may be writing, lines are given as they come. A row without text is an empty
/// article: its fields are absent, which is no mistake here unless the first row of a file has none of them.
/// </summary>
public static class InputReader
{
    /// <summary>The pattern that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What standard input is called in identifiers and messages.</summary>
    private const string StandardInputName = "stdin";

    /// <summary>White space and the bytes of a byte order mark.</summary>
    private static ReadOnlySpan<byte> Invisible => " \t\r\n\uFEFF"u8;

    /// <summary>
    /// Reads <c>.jsonl</c>, <c>.csv</c> and <c>.tsv</c> (each also <c>.gz</c>) row by row, <c>.txt</c> as one article each whose text
    /// goes to the last text field, and standard input as JSON lines if its first visible character is <c>{</c>, as nothing if there is
    /// none, else as one article.
    /// Files are looked for before the first row is read.
    /// </summary>
    /// <param name="patterns">Files, folders, patterns with <c>*</c>, or <c>-</c>; relative to <paramref name="baseFolder"/>.</param>
    /// <param name="baseFolder">Folder that relative patterns start from.</param>
    /// <param name="idField">Field of the identifier.</param>
    /// <param name="textFields">Fields of the text, at least one.</param>
    /// <param name="keepFields">Whether <see cref="InputRow.Extra"/> is filled.</param>
    /// <param name="standardInput">Read for <c>-</c>; not closed.</param>
    /// <param name="cancellationToken">Stops between two rows with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">A file is missing, malformed, not UTF-8 or of unknown kind; its first row has no text field; a
    /// text is too long; standard input begins with <c>[</c>.</exception>
    public static IEnumerable<InputRow> Read(IReadOnlyList<string> patterns, string baseFolder, string idField, IReadOnlyList<string> textFields, bool keepFields, Stream standardInput, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(textFields);
        ArgumentOutOfRangeException.ThrowIfZero(textFields.Count, nameof(textFields));
        var fields = new FieldMap(new DataSchema(idField, textFields, []));
        var sources = new List<IEnumerable<DataRow>>();
        foreach (string pattern in patterns)
        {
            if (pattern == StandardInput) sources.Add(ReadStandardInput(standardInput, fields, keepFields));
            else foreach (DataFile file in FileFinder.Find([pattern], baseFolder)) sources.Add(RowReader.Read(file, fields, keepFields, progress: null, cancellationToken));
        }
        return sources.SelectMany(rows => ToInput(rows, idField, textFields, fields, cancellationToken));
    }

    private static IEnumerable<InputRow> ToInput(IEnumerable<DataRow> rows, string idField, IReadOnlyList<string> textFields, FieldMap fields, CancellationToken cancellationToken)
    {
        bool isFirst = true;
        foreach (DataRow row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool hasTextField = row.Line == 0 || textFields.Any(row.Names.Contains);
            if (isFirst && !hasTextField) throw WithoutTextField(row, textFields);
            isFirst = false;
            var article = new Article();
            for (int i = 0; i < textFields.Count; i++) article[textFields[i]] = row.Text(fields.Texts[i], textFields[i]);
            yield return new InputRow(row.Id(idField), article, row.Rest, row.Place) { HasLiteralId = row.HasLiteralId, HasTextField = hasTextField };
        }
    }

    private static DataException WithoutTextField(DataRow row, IReadOnlyList<string> textFields)
    {
        string wanted = textFields.Count == 1 ? $"no text field '{textFields[0]}'" : $"none of the text fields {Wording.QuotedNames(textFields)}";
        return new DataException($"{row.Place}: there is {wanted}; the row has {(row.Names.Count == 0 ? "no fields" : Wording.QuotedNames(row.Names))}");
    }

    private static IEnumerable<DataRow> ReadStandardInput(Stream stream, FieldMap fields, bool keepFields)
    {
        byte[] ahead = ReadToVisible(stream);
        if (ahead.Length == 0 || Invisible.Contains(ahead[^1])) yield break;
        if (ahead[^1] == (byte)'[') throw new DataException($"{StandardInputName} line {ahead.AsSpan().Count((byte)'\n') + 1}: found '[', expected JSON lines, one object a line");
        var whole = new PrefixedStream(ahead, stream);
        IEnumerable<DataRow> rows = ahead[^1] == (byte)'{'
            ? new JsonLinesReader(whole, StandardInputName, fields, keepFields, isLive: true).Read()
            : [PlainTextReader.ReadRow(whole, StandardInputName, label: "", fields)];
        foreach (DataRow row in rows) yield return row;
    }

    /// <summary>Everything to the first visible character, with it.</summary>
    private static byte[] ReadToVisible(Stream stream)
    {
        var ahead = new List<byte>();
        for (int value = stream.ReadByte(); value >= 0; value = stream.ReadByte())
        {
            ahead.Add((byte)value);
            if (!Invisible.Contains((byte)value)) break;
        }
        return [.. ahead];
    }
}
