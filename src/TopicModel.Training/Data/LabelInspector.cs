using System.Buffers;

namespace TopicModel.Training.Data;

/// <summary>Looks at the labels of one classifier: how many there are, and what training or testing would trip over.</summary>
internal sealed class LabelInspector(IReadOnlyList<Document> train, IReadOnlyList<Document> test, DataSchema schema, InspectedClassifier classifier)
{
    /// <summary>Characters that separate labels in other programs' files.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("|;,");

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
        // Reading has told already why no row is left.
        if (train.Count == 0) return [];
        EncodedLabels encoded;
        try
        {
            encoded = LabelEncoder.Fit(train, classifier.LabelField, _field, classifier.Kind, classifier.Positive);
        }
        catch (DataException e)
        {
            return [Error("unusable-labels", e)];
        }
        return new[] { LabelEncoder.FindRare(encoded, _field, classifier.Folds), CheckTest(encoded), FindAbsent(encoded), FindCaseTwins(), FindJoinedLabels(), FindLostPassages() }.OfType<DataFinding>();
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

    /// <summary>Labels that are most likely one, typed in different ways.</summary>
    private DataFinding? FindCaseTwins()
    {
        var twins = new PlaceList();
        IEnumerable<string> labels = train.Concat(test).SelectMany(LabelsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (string[] group in labels.GroupBy(label => label.ToUpperInvariant(), (_, group) => group.ToArray(), StringComparer.Ordinal))
            if (group.Length > 1) twins.Add(Wording.List(group));
        return DataFinding.Warn(twins, "case-twins", $"field '{_field}' has labels that differ only in case");
    }

    /// <summary>Labels of cells that look like several; one alone may be a name with a comma.</summary>
    private DataFinding? FindJoinedLabels()
    {
        if (classifier.Kind == ClassifierKind.Passages) return null;
        var joined = new PlaceList();
        string? example = null;
        foreach (Document document in train.Concat(test))
        {
            bool isCellText = document.AreCellTexts is { Length: > 0 } areTexts && areTexts[classifier.LabelField];
            if (!isCellText || Array.Find(LabelsOf(document), IsJoined) is not { } label) continue;
            example ??= label;
            joined.Add(document.Place);
        }
        return joined.Count < 2 ? null : DataFinding.Warn(joined, "joined-labels", $"labels such as '{example}' look like several in one cell: separate them by '{FieldValue.CellSeparator}' or write a JSON list");
    }

    private static bool IsJoined(string label) => label.StartsWith('[') || label.AsSpan().ContainsAny(Separators);

    /// <summary>Passages that stand in no text field, so that no sentence can be learned from them.</summary>
    public DataFinding? FindLostPassages()
    {
        if (classifier.Kind != ClassifierKind.Passages) return null;
        var lost = new PlaceList();
        foreach (Document document in train.Concat(test))
        {
            if (document.Labels[classifier.LabelField] is not { Length: > 0 } passages) continue;
            string[] texts = document.Texts;
            foreach (string passage in passages) if (!Contains(texts, passage)) lost.Add(document.Place);
        }
        return DataFinding.Warn(lost, "lost-passages", $"{Wording.Count(lost.Count, "passage")} of field '{_field}' not found in the document's text");
    }

    private static bool Contains(string[] texts, string passage) =>
        Array.Exists(texts, text => text.Contains(passage, StringComparison.Ordinal))
        || Array.Exists(texts, text => OneLine(text).Contains(OneLine(passage), StringComparison.Ordinal));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string[] LabelsOf(Document document)
    {
        string[] labels = LabelEncoder.LabelsOf(document, classifier.LabelField, classifier.Kind) ?? [];
        if (classifier.Kind == ClassifierKind.Passages) return labels.Length > 0 ? [LabelEncoder.PassageLabel] : [];
        return [.. labels.Distinct(StringComparer.Ordinal)];
    }

    private Dictionary<string, int> Count(IReadOnlyList<Document> documents) =>
        documents.SelectMany(LabelsOf).CountBy(label => label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private DataFinding Error(string code, DataException e) => new(FindingSeverity.Error, code, $"classifier '{classifier.Name}': {e.Message}", 1, []);
}
