namespace TopicModel.Training.Data;

/// <summary>How a data file is written.</summary>
internal enum DataFormat
{
    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Cells between commas, RFC 4180, with a header.</summary>
    CommaSeparated,

    /// <summary>Cells between tabs, quoted as in <see cref="CommaSeparated"/>, with a header.</summary>
    TabSeparated,

    /// <summary>One text; its folder's name is its label.</summary>
    PlainText,
}
