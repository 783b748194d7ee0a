namespace TopicModel.Training.Data;

/// <summary>Turns rows into documents and collects what rows lack, so that one message can tell about all of them.</summary>
internal sealed class DocumentBuilder(DataSchema schema, FieldMap fields)
{
    /// <summary>Code of the finding that no row has a field by which figures are to be told apart.</summary>
    public const string AbsentSliceCode = "absent-slice-field";

    private readonly List<Document> _documents = [];
    private readonly TextStore _texts = new();

    /// <summary>[identifier] -> file and line of its first row.</summary>
    private readonly Dictionary<string, (string File, int Line)> _rowOfId = new(StringComparer.Ordinal);
    private readonly PlaceList _withoutText = new(), _withoutLabel = new(), _repeatedIds = new();
    private readonly FieldCensus _census = new();

    /// <summary>Documents with a text and a label, in the order of the rows.</summary>
    public IReadOnlyList<Document> Documents => _documents;

    /// <summary>Whether any row was added.</summary>
    public bool HasRows => _census.Rows > 0;

    /// <summary>
    /// What rows lack, in this order: texts, labels (errors, each with the rows or, where no row has the field, with the fields that
    /// there are), own identifiers (an error); a text field that no row has is a warning when there are others, a slice field always.
    /// </summary>
    public IReadOnlyList<DataFinding> Problems
    {
        get
        {
            var problems = new List<DataFinding>();
            IReadOnlyList<string> texts = _census.Absent(schema.TextFields), labels = _census.Absent(schema.LabelFields);
            bool hasText = texts.Count < schema.TextFields.Count, hasLabel = labels.Count < schema.LabelFields.Count;
            problems.AddRange(texts.Select(name => _census.Tell(name, hasText ? FindingSeverity.Warning : FindingSeverity.Error, "absent-text-field")));
            if (hasText) AddProblem(problems, _withoutText, "empty-text", $"{Wording.Count(_withoutText.Count, "row")} without text ({Describe(schema.TextFields)} empty)");
            problems.AddRange(labels.Select(name => _census.Tell(name, FindingSeverity.Error, "absent-label-field")));
            if (hasLabel) AddProblem(problems, _withoutLabel, "missing-label", $"{Wording.Count(_withoutLabel.Count, "row")} without a label ({Describe(schema.LabelFields)} missing)");
            AddProblem(problems, _repeatedIds, "duplicate-id", $"{Wording.Count(_repeatedIds.Count, "row")} with the identifier of an earlier row");
            problems.AddRange(_census.Absent(schema.SliceFields).Select(name => _census.Tell(name, FindingSeverity.Warning, AbsentSliceCode)));
            return problems;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="DataException">A field is of a wrong type, or a text is too long.</exception>
    public void Add(DataRow row)
    {
        _census.Add(row);
        string id = row.Id(schema.IdField);
        string[] texts = [.. fields.Texts.Select((field, i) => row.Text(field, schema.TextFields[i]))];
        string[]?[] labels = [.. fields.Labels.Select((field, i) => Labels(row, field, schema.LabelFields[i]))];
        bool hasText = texts.Any(text => !string.IsNullOrWhiteSpace(text));
        bool hasLabel = labels.Length == 0 || labels.Any(label => label is not null);
        if (!hasText) _withoutText.Add(row.Place);
        if (!hasLabel) _withoutLabel.Add(row.Place);
        if (!_rowOfId.TryAdd(id, (row.File, row.Line))) _repeatedIds.Add($"{row.Place} ('{id}' of {DataRow.PlaceOf(_rowOfId[id].File, _rowOfId[id].Line)})");
        if (hasText && hasLabel) _documents.Add(new Document(id, _texts.Add(texts), labels) { File = row.File, Line = row.Line, Slices = [.. fields.Slices.Select(field => SliceOf(row.Values[field]))], AreCellTexts = AreCellTexts(row) });
    }

    /// <summary>"field 'text' is", "fields 'title' and 'body' are all".</summary>
    private static string Describe(IReadOnlyList<string> fields) => $"{Wording.Fields(fields)} {(fields.Count == 1 ? "is" : "are all")}";

    private bool[] AreCellTexts(DataRow row)
    {
        bool[] areTexts = [.. fields.Labels.Select(field => row.Values[field] is { Kind: FieldKind.Cell, CellList: null })];
        return areTexts.Contains(true) ? areTexts : [];
    }

    private static string[]? Labels(DataRow row, int field, string name)
    {
        FieldValue value = row.Values[field];
        if (value.Kind is FieldKind.Object or FieldKind.MixedList)
            throw new DataException($"{row.Place}: field '{name}' is {value.Description}, expected a text, a number, true, false or a list of these");
        return value.Labels;
    }

    private static string SliceOf(FieldValue value) => value.Kind == FieldKind.List ? string.Join(", ", value.List!) : value.Text ?? "";

    private static void AddProblem(List<DataFinding> problems, PlaceList places, string code, string message)
    {
        if (places.Count > 0) problems.Add(DataFinding.At(places, FindingSeverity.Error, code, message));
    }
}
