namespace TopicModel.Training.Data;

/// <summary>A file to read.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Name">As the user knows it: relative to the configuration's folder, with forward slashes.</param>
/// <param name="Format">How it is written.</param>
/// <param name="IsCompressed">Whether it is a gzip file.</param>
internal sealed record DataFile(string Path, string Name, DataFormat Format, bool IsCompressed)
{
    /// <summary>What can be read, for messages.</summary>
    public const string KnownFormats = ".jsonl, .csv, .tsv (each also with .gz), .txt or a folder of LABEL/*.txt";

    /// <summary>Name of the folder that it is in: the label of a plain text.</summary>
    public string FolderName => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>Whether a file of that name is one text, without rows.</summary>
    public static bool IsPlainText(string name) => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file at <paramref name="path"/>, its format told by its extension.</summary>
    /// <exception cref="DataException">The extension is unknown.</exception>
    public static DataFile At(string path, string name)
    {
        bool isCompressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        string extension = System.IO.Path.GetExtension(isCompressed ? path[..^3] : path).ToLowerInvariant();
        DataFormat format = extension switch
        {
            ".jsonl" => DataFormat.JsonLines,
            ".csv" => DataFormat.CommaSeparated,
            ".tsv" => DataFormat.TabSeparated,
            ".txt" when !isCompressed => DataFormat.PlainText,
            _ => throw new DataException($"{name}: unknown kind of data file, expected {KnownFormats}"),
        };
        return new DataFile(path, name, format, isCompressed);
    }
}
