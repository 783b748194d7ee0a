namespace TopicModel.Training.Data;

/// <summary>Looks at the labels of one classifier: how many there are, and what training or testing would trip over.</summary>
internal sealed class LabelInspector(IReadOnlyList<Document> train, IReadOnlyList<Document> test, DataSchema schema, InspectedClassifier classifier)
{
    private readonly string _field = schema.LabelFields[classifier.LabelField];

    /// <summary>Numbers of documents by label.</summary>
    public LabelSummary Summarize()
    {
        Dictionary<string, int> inTrain = Count(train), inTest = Count(test);
        IEnumerable<string> labels = inTrain.Keys.Union(inTest.Keys).Order(StringComparer.Ordinal);
        LabelCount[] counts = [.. labels.Select(label => new LabelCount(label, inTrain.GetValueOrDefault(label), inTest.GetValueOrDefault(label)))];
        var without = new LabelCount("", train.Count(document => LabelsOf(document).Length == 0), test.Count(document => LabelsOf(document).Length == 0));
        return new LabelSummary(classifier.Name, classifier.Kind, _field, counts, without);
    }

    /// <summary>Everything found in the labels.</summary>
    public IEnumerable<DataFinding> Findings()
    {
        EncodedLabels encoded;
        try
        {
            encoded = LabelEncoder.Fit(train, classifier.LabelField, _field, classifier.Kind, classifier.Positive);
        }
        catch (DataException e)
        {
            return [Error("unusable-labels", e)];
        }
        return new[] { LabelEncoder.FindRare(encoded, _field, classifier.Folds), CheckTest(encoded), FindAbsent(encoded), FindLostPassages() }.OfType<DataFinding>();
    }

    private DataFinding? CheckTest(EncodedLabels encoded)
    {
        try
        {
            LabelEncoder.Apply(test, classifier.LabelField, _field, classifier.Kind, encoded.Labels, encoded.NegativeLabel);
            return null;
        }
        catch (DataException e)
        {
            return Error("unusable-test-labels", e);
        }
    }

    private DataFinding? FindAbsent(EncodedLabels encoded)
    {
        if (test.Count == 0 || classifier.Kind == ClassifierKind.Passages) return null;
        var tested = test.SelectMany(LabelsOf).ToHashSet(StringComparer.Ordinal);
        var absent = new PlaceList();
        foreach (string label in encoded.Labels)
            if (!tested.Contains(label)) absent.Add($"'{label}'");
        return DataFinding.Warn(absent, "untested-label", $"{Wording.Count(absent.Count, "label")} of field '{_field}' that no test document has");
    }

    /// <summary>Passages that stand in no text field, so that no sentence can be learned from them.</summary>
    public DataFinding? FindLostPassages()
    {
        if (classifier.Kind != ClassifierKind.Passages) return null;
        var lost = new PlaceList();
        foreach (Document document in train.Concat(test))
            foreach (string passage in document.Labels[classifier.LabelField] ?? [])
                if (!Contains(document, passage)) lost.Add(document.Place);
        return DataFinding.Warn(lost, "lost-passages", $"{Wording.Count(lost.Count, "passage")} of field '{_field}' not found in the document's text");
    }

    private static bool Contains(Document document, string passage) =>
        Array.Exists(document.Texts, text => text.Contains(passage, StringComparison.Ordinal))
        || Array.Exists(document.Texts, text => OneLine(text).Contains(OneLine(passage), StringComparison.Ordinal));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string[] LabelsOf(Document document)
    {
        string[] labels = document.Labels[classifier.LabelField] ?? [];
        if (classifier.Kind == ClassifierKind.Passages) return labels.Length > 0 ? [LabelEncoder.PassageLabel] : [];
        return [.. labels.Distinct(StringComparer.Ordinal)];
    }

    private Dictionary<string, int> Count(IReadOnlyList<Document> documents) =>
        documents.SelectMany(LabelsOf).CountBy(label => label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private DataFinding Error(string code, DataException e) => new(FindingSeverity.Error, code, $"classifier '{classifier.Name}': {e.Message}", 1, []);
}
