namespace TopicModel.Training.Data;

/// <summary>Turns rows into documents and collects what rows lack, so that one message can tell about all of them.</summary>
internal sealed class DocumentBuilder(DataSchema schema, FieldMap fields)
{
    private readonly List<Document> _documents = [];
    private readonly Dictionary<string, string> _placeOfId = new(StringComparer.Ordinal);
    private readonly PlaceList _withoutText = new(), _withoutLabel = new(), _repeatedIds = new();

    /// <summary>Documents with a text and a label, in the order of the rows.</summary>
    public IReadOnlyList<Document> Documents => _documents;

    /// <summary>What rows lack: error findings, in this order: texts, labels, own identifiers.</summary>
    public IReadOnlyList<DataFinding> Problems
    {
        get
        {
            var problems = new List<DataFinding>();
            string are = schema.TextFields.Count == 1 ? "is" : "are all";
            AddProblem(problems, _withoutText, "empty-text", $"{Wording.Count(_withoutText.Count, "row")} without text ({Wording.Fields(schema.TextFields)} {are} empty)");
            are = schema.LabelFields.Count == 1 ? "is" : "are all";
            AddProblem(problems, _withoutLabel, "missing-label", $"{Wording.Count(_withoutLabel.Count, "row")} without a label ({Wording.Fields(schema.LabelFields)} {are} missing)");
            AddProblem(problems, _repeatedIds, "duplicate-id", $"{Wording.Count(_repeatedIds.Count, "row")} with the identifier of an earlier row");
            return problems;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="DataException">A field is of a wrong type, or a text is too long.</exception>
    public void Add(DataRow row)
    {
        string id = row.Id(schema.IdField);
        string[] texts = [.. fields.Texts.Select((field, i) => row.Text(field, schema.TextFields[i]))];
        string[]?[] labels = [.. fields.Labels.Select((field, i) => Labels(row, field, schema.LabelFields[i]))];
        bool hasText = texts.Any(text => !string.IsNullOrWhiteSpace(text));
        bool hasLabel = labels.Length == 0 || labels.Any(label => label is not null);
        if (!hasText) _withoutText.Add(row.Place);
        if (!hasLabel) _withoutLabel.Add(row.Place);
        if (!_placeOfId.TryAdd(id, row.Place)) _repeatedIds.Add($"{row.Place} ('{id}' of {_placeOfId[id]})");
        if (hasText && hasLabel) _documents.Add(new Document(id, texts, labels, row.Place) { AreCellTexts = AreCellTexts(row) });
    }

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

    private static void AddProblem(List<DataFinding> problems, PlaceList places, string code, string message)
    {
        if (places.Count > 0) problems.Add(DataFinding.At(places, FindingSeverity.Error, code, message));
    }
}
