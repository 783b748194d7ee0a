using System.Text;

namespace TopicModel.Training.Data;

/// <summary>Reads a whole file or stream as the text of one document.</summary>
internal static class PlainTextReader
{
    /// <summary>The text. What is behind <see cref="Article.MaxTextLength"/> is counted but not kept, so memory is bounded.</summary>
    /// <param name="stream">Bytes of the text.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="fieldName">Field that the text goes to, for messages.</param>
    /// <exception cref="DataException">The text is not UTF-8, or too long.</exception>
    public static string Read(Stream stream, string file, string fieldName)
    {
        using var reader = new StrictUtf8Reader(stream, file);
        var text = new StringBuilder();
        var buffer = new char[1 << 14];
        long length = 0;
        for (int read = reader.Read(buffer); read > 0; read = reader.Read(buffer))
        {
            length += read;
            if (length <= Article.MaxTextLength) text.Append(buffer, 0, read);
        }
        return length <= Article.MaxTextLength ? text.ToString() : throw DataRow.TextTooLong(file, fieldName, length);
    }

    /// <summary>The text as a row: it goes to the last text field, its file's name is the identifier, its folder's name is every label.</summary>
    /// <param name="stream">Bytes of the text.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="label">Name of its folder.</param>
    /// <param name="fields">Where text and label go.</param>
    /// <exception cref="DataException">The text is not UTF-8, or too long.</exception>
    public static DataRow ReadRow(Stream stream, string file, string label, FieldMap fields)
    {
        int textField = fields.Texts[^1];
        var values = new FieldValue[fields.Names.Length];
        foreach (int field in fields.Labels) values[field] = new FieldValue(FieldKind.Text, label);
        values[textField] = new FieldValue(FieldKind.Text, Read(stream, file, fields.Names[textField]));
        return new DataRow(file, 0, values, []);
    }
}
