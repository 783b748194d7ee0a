namespace TopicModel.Training.Data;

/// <summary>
/// Reads labelled documents into memory, from JSON lines, comma- or tab-separated files (each also compressed with gzip) and folders
/// of <c>LABEL/*.txt</c>. In a text file of a folder the whole file is the last text field, the folder's name is every label and the
/// relative path the identifier.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads all documents, in the order of the patterns, of the paths (ordinal) and of the rows.</summary>
    /// <param name="patterns">Files, folders or patterns with <c>*</c> and <c>**</c>, absolute or relative to <paramref name="baseFolder"/>.</param>
    /// <param name="baseFolder">Folder that relative patterns start from.</param>
    /// <param name="schema">Fields to read.</param>
    /// <param name="bytesRead">Told how many bytes of all files were read from the disk so far; may be null.</param>
    /// <param name="cancellationToken">Stops promptly with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>At least one document; each has a text and at least one label field that is not missing.</returns>
    /// <exception cref="DataException">A file is missing, malformed, not UTF-8 or of unknown kind; rows lack text or labels or share an
    /// identifier; no row has a label field; a text is too long; there is no document.</exception>
    public static IReadOnlyList<Document> Read(IReadOnlyList<string> patterns, string baseFolder, DataSchema schema, IProgress<long>? bytesRead = null, CancellationToken cancellationToken = default)
    {
        return ReadSound(patterns, baseFolder, schema, out _, bytesRead, cancellationToken);
    }

    /// <summary>As the first, and tells which <see cref="DataSchema.SliceFields"/> are in no row.</summary>
    internal static IReadOnlyList<Document> ReadSound(
        IReadOnlyList<string> patterns, string baseFolder, DataSchema schema, out IReadOnlyList<DataFinding> absentSlices, IProgress<long>? bytesRead = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Document> documents = Read(patterns, baseFolder, schema, out IReadOnlyList<DataFinding> problems, bytesRead, cancellationToken);
        DataFinding[] errors = [.. problems.Where(problem => problem.Severity == FindingSeverity.Error)];
        absentSlices = [.. problems.Where(problem => problem.Code == DocumentBuilder.AbsentSliceCode)];
        return errors.Length == 0 ? documents : throw new DataException(string.Join("; ", errors.AsEnumerable()));
    }

    /// <summary>
    /// As <see cref="Read(IReadOnlyList{string}, string, DataSchema, IProgress{long}?, CancellationToken)"/>, but rows without text or
    /// label are left out and told as <paramref name="problems"/>, as are shared identifiers and, as a warning, a text field that no row has.
    /// </summary>
    /// <exception cref="DataException">A file is missing, malformed, not UTF-8 or of unknown kind; a text is too long; there is no row.</exception>
    public static IReadOnlyList<Document> Read(IReadOnlyList<string> patterns, string baseFolder, DataSchema schema, out IReadOnlyList<DataFinding> problems, IProgress<long>? bytesRead = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfZero(schema.TextFields.Count, nameof(schema));
        var fields = new FieldMap(schema);
        var builder = new DocumentBuilder(schema, fields);
        ReadProgress? progress = bytesRead is null ? null : new ReadProgress(bytesRead);
        foreach (DataFile file in FileFinder.Find(patterns, baseFolder))
            foreach (DataRow row in RowReader.Read(file, fields, keepRest: false, progress, cancellationToken)) builder.Add(row);
        progress?.Tell();
        problems = builder.Problems;
        if (!builder.HasRows) throw new DataException($"no documents in {Wording.List(patterns)}, expected at least one");
        return builder.Documents;
    }
}
