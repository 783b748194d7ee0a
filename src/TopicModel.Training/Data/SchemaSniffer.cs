namespace TopicModel.Training.Data;

/// <summary>Guesses from the first rows of a data file what its fields are for; the command <c>init</c> writes a train.json with it.</summary>
public static class SchemaSniffer
{
    /// <summary>Rows that are looked at.</summary>
    public const int DefaultRows = 1000;

    /// <summary>Share of a field's passages that must stand in a text of their row.</summary>
    private const double MinPassageShare = 0.8;

    /// <summary>Looks at a file of any format that <see cref="DocumentReader"/> reads, or at a folder of <c>LABEL/*.txt</c>.</summary>
    /// <param name="path">The file or folder; relative to the working folder.</param>
    /// <param name="rows">Rows to look at, at least 1.</param>
    /// <exception cref="DataException">The file is missing, malformed, not UTF-8, of unknown kind, or empty.</exception>
    public static SniffedSchema Look(string path, int rows = DefaultRows)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        IReadOnlyList<DataFile> files = FileFinder.Find([path], Environment.CurrentDirectory);
        if (files[0].Format == DataFormat.PlainText) return LookAtFolder(files, rows);
        string[] names = ReadNames(files[0], rows);
        DataRow[] sample = [.. RowReader.Read(files[0], new FieldMap(names)).Take(rows)];
        if (sample.Length == 0) throw new DataException($"{files[0].Name}: there are no rows, expected at least one");
        FieldStatistics[] fields = [.. names.Select(name => new FieldStatistics(name))];
        foreach (DataRow row in sample)
            for (int i = 0; i < fields.Length; i++) fields[i].Add(row.Values[i]);
        return Guess(fields, sample);
    }

    private static string[] ReadNames(DataFile file, int rows)
    {
        using DataStream stream = DataStream.Open(file);
        var none = new FieldMap([]);
        return file.Format switch
        {
            DataFormat.JsonLines => [.. new JsonLinesReader(stream, file.Name, none, keepRest: false).ReadNames().Take(rows).SelectMany(names => names).Distinct(StringComparer.Ordinal)],
            DataFormat.CommaSeparated => new DelimitedReader(stream, file.Name, ",", none, keepRest: false).ReadNames(),
            _ => new DelimitedReader(stream, file.Name, "\t", none, keepRest: false).ReadNames(),
        };
    }

    /// <summary>A folder has two fields of our own naming.</summary>
    private static SniffedSchema LookAtFolder(IReadOnlyList<DataFile> files, int rows)
    {
        var map = new FieldMap(new DataSchema("id", ["text"], ["label"]));
        FieldStatistics text = new("text"), label = new("label");
        DataRow[] sample = [.. files.Take(rows).SelectMany(file => RowReader.Read(file, map))];
        foreach (DataRow row in sample) text.Add(row.Values[map.Texts[0]]);
        foreach (DataFile file in files) label.Add(new FieldValue(FieldKind.Text, file.FolderName));
        return new SniffedSchema(sample.Length, [text.Summary, label.Summary], IdField: null, ["text"], [new SniffedLabel("label", ClassifierKind.Multiclass, label.Values)]);
    }

    private static SniffedSchema Guess(FieldStatistics[] fields, DataRow[] sample)
    {
        int id = FindId(fields, sample.Length);
        int[] texts = FindTexts(fields, id);
        var labels = new List<SniffedLabel>();
        for (int i = 0; i < fields.Length; i++)
        {
            if (i == id || texts.Contains(i)) continue;
            if (fields[i].CanBePassages && ArePassages(sample, i, texts)) labels.Add(new SniffedLabel(fields[i].Name, ClassifierKind.Passages, []));
            else if (fields[i].LabelKind is { } kind) labels.Add(new SniffedLabel(fields[i].Name, kind, fields[i].Values));
        }
        return new SniffedSchema(sample.Length, [.. fields.Select(field => field.Summary)], id < 0 ? null : fields[id].Name, [.. texts.Select(i => fields[i].Name)], labels);
    }

    /// <summary>A field that is called id, else one whose name ends so, else the first that could be one.</summary>
    private static int FindId(FieldStatistics[] fields, int rows)
    {
        int[] candidates = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i].CanBeId(rows))];
        return candidates.OrderBy(i => fields[i].Name.Equals("id", StringComparison.OrdinalIgnoreCase) ? 0 : fields[i].Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? 1 : 2).FirstOrDefault(-1);
    }

    /// <summary>All fields that are text; when none is clearly so, the one with the longest values.</summary>
    private static int[] FindTexts(FieldStatistics[] fields, int id)
    {
        int[] others = [.. Enumerable.Range(0, fields.Length).Where(i => i != id)];
        int[] texts = [.. others.Where(i => fields[i].IsText)];
        if (texts.Length > 0) return texts;
        return [.. others.Where(i => fields[i].CanBeText).OrderByDescending(i => fields[i].Summary.MeanLength).Take(1)];
    }

    private static bool ArePassages(DataRow[] sample, int field, int[] texts)
    {
        int passages = 0, found = 0;
        foreach (DataRow row in sample)
        {
            foreach (string passage in row.Values[field].Labels ?? [])
            {
                passages++;
                if (Array.Exists(texts, text => row.Values[text].Text?.Contains(passage, StringComparison.Ordinal) == true)) found++;
            }
        }
        return passages > 0 && found >= MinPassageShare * passages;
    }
}
