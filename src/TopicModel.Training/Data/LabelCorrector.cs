using System.IO.Compression;
using TopicModel.Training.Format;

namespace TopicModel.Training.Data;

/// <summary>
/// Writes accepted label issues into the data files that they came from. Nothing but the label's value changes: the rest of a row, and all
/// other rows, stay as they are to the byte; files compressed with gzip are compressed again. All files are replaced together, or none.
/// </summary>
/// <param name="baseFolder">Folder that the files' names start from.</param>
/// <param name="idField">Name of the identifier's field.</param>
internal sealed class LabelCorrector(string baseFolder, string idField)
{
    /// <summary>Stages the corrected files; returns their names.</summary>
    /// <exception cref="DataException">A file is not there or has no rows, or its line is not what the issue says; the message names both.</exception>
    public IReadOnlyList<string> Stage(IReadOnlyList<LabelIssue> issues, StagedFiles files)
    {
        var names = new List<string>();
        foreach (IGrouping<string, LabelIssue> file in issues.GroupBy(issue => issue.File, StringComparer.Ordinal))
        {
            string path = Path.GetFullPath(file.Key, baseFolder);
            if (!File.Exists(path)) throw new DataException($"{file.First().Where}: {file.Key}: there is no such file");
            DataFile data = DataFile.At(path, file.Key);
            ILabelEditor editor = EditorOf(data, file.First());
            byte[] corrected = editor.Correct(Read(data), [.. file]);
            files.Stage(path, data.IsCompressed ? Compress(corrected) : corrected);
            names.Add(file.Key);
        }
        return names;
    }

    private ILabelEditor EditorOf(DataFile file, LabelIssue first) => file.Format switch
    {
        DataFormat.JsonLines => new JsonLinesEditor(idField),
        DataFormat.CommaSeparated => new DelimitedEditor(',', idField),
        DataFormat.TabSeparated => new DelimitedEditor('\t', idField),
        _ => throw new DataException($"{first.Where}: the label of {file.Name} is the name of its folder: move the file into the folder '{string.Join('|', LabelSet.TextsOf(first.Suggested))}' by hand and set '{LabelIssue.Accept}' to false. Nothing was changed"),
    };

    private static byte[] Read(DataFile file)
    {
        using DataStream stream = DataStream.Open(file);
        using var contents = new MemoryStream();
        stream.CopyTo(contents);
        return contents.ToArray();
    }

    private static byte[] Compress(byte[] contents)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(contents);
        return target.ToArray();
    }
}
