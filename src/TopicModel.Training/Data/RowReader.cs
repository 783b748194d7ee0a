namespace TopicModel.Training.Data;

/// <summary>Reads the rows of a data file of any format, one at a time.</summary>
internal static class RowReader
{
    /// <summary>The rows of a file, in order.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">Fields to read.</param>
    /// <param name="keepRest">Whether all other fields are read too.</param>
    /// <param name="progress">Told about the bytes read; may be null.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="DataException">The file cannot be read, is malformed or not UTF-8.</exception>
    public static IEnumerable<DataRow> Read(DataFile file, FieldMap fields, bool keepRest = false, ReadProgress? progress = null, CancellationToken cancellationToken = default)
    {
        using DataStream stream = DataStream.Open(file, progress);
        foreach (DataRow row in Rows(stream, file, fields, keepRest))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    private static IEnumerable<DataRow> Rows(Stream stream, DataFile file, FieldMap fields, bool keepRest) => file.Format switch
    {
        DataFormat.JsonLines => new JsonLinesReader(stream, file.Name, fields, keepRest).Read(),
        DataFormat.CommaSeparated => new DelimitedReader(stream, file.Name, ",", fields, keepRest).Read(),
        DataFormat.TabSeparated => new DelimitedReader(stream, file.Name, "\t", fields, keepRest).Read(),
        _ => [PlainTextReader.ReadRow(stream, file.Name, file.FolderName, fields)],
    };
}
