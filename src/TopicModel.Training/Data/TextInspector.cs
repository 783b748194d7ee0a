using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;

namespace TopicModel.Training.Data;

/// <summary>Looks for texts that stand several times, texts of the test set that are trained on, and damaged characters.</summary>
internal sealed class TextInspector
{
    private const string LeakCode = "leak";

    private readonly IReadOnlyList<Document> _documents;
    private readonly int _trainCount;
    private readonly DataSchema _schema;

    /// <summary>[document] -> first document of its group of near-duplicates.</summary>
    private readonly int[] _first;
    private List<(int Document, int Other, bool IsRepeated)>? _pairs;

    /// <param name="train">Documents to train on.</param>
    /// <param name="test">Documents to test on.</param>
    /// <param name="schema">Their fields.</param>
    /// <param name="sketches">Of the documents to train on, then those to test on.</param>
    /// <param name="cancellationToken">Stops promptly.</param>
    public TextInspector(IReadOnlyList<Document> train, IReadOnlyList<Document> test, DataSchema schema, ShingleSketches sketches, CancellationToken cancellationToken)
    {
        (_documents, _trainCount, _schema) = ([.. train, .. test], train.Count, schema);
        int[] groups = NearDuplicates.Groups(_documents, sketches, cancellationToken);
        var firstOfGroup = new Dictionary<int, int>();
        _first = [.. groups.Select((group, i) => firstOfGroup.TryAdd(group, i) ? i : firstOfGroup[group])];
    }

    /// <summary>Everything found in the texts.</summary>
    public IEnumerable<DataFinding> Findings() => [.. Duplicates(), .. Damage()];

    /// <summary>Texts of the test set that are trained on.</summary>
    public DataFinding? FindLeak() => Duplicates().FirstOrDefault(finding => finding.Code == LeakCode);

    /// <summary>Test documents whose text, or nearly the text, is trained on, each with the training document: indices among all documents.</summary>
    public IEnumerable<(int Test, int Train)> Leaks() => Pairs().Where(pair => pair.Document >= _trainCount && pair.Other < _trainCount).Select(pair => (pair.Document, pair.Other));

    /// <summary>A leak for the report.</summary>
    public DuplicatePair Describe((int Test, int Train) leak) =>
        new(_documents[leak.Test].Place, ArticleText.Title(_documents[leak.Test]), [], _documents[leak.Train].Place, []) { Id = _documents[leak.Test].Id };

    /// <summary>Near-duplicates that are labelled differently.</summary>
    public DataFinding? Conflicts(InspectedClassifier classifier)
    {
        var places = new PlaceList();
        for (int i = 0; i < _documents.Count; i++)
        {
            if (_first[i] == i) continue;
            string? label = Describe(_documents[i], classifier), other = Describe(_documents[_first[i]], classifier);
            if (label is not null && other is not null && label != other)
                places.Add($"{_documents[i].Place} ({label}) and {_documents[_first[i]].Place} ({other})");
        }
        return DataFinding.Warn(places, "conflicting-labels", $"{Wording.Count(places.Count, "document")} with the text of another one but other labels for '{classifier.Name}'");
    }

    private IEnumerable<DataFinding> Duplicates()
    {
        PlaceList exact = new(), near = new(), leaks = new();
        foreach ((int document, int other, bool isRepeated) in Pairs())
        {
            string place = $"{_documents[document].Place} (as {_documents[other].Place})";
            if (document >= _trainCount && other < _trainCount) leaks.Add(place);
            else (isRepeated ? exact : near).Add(place);
        }
        return NotNull(
            DataFinding.Warn(leaks, LeakCode, $"{Wording.Count(leaks.Count, "test document")} with the text, or nearly the text, of a training document"),
            DataFinding.Warn(exact, "exact-duplicates", $"{Wording.Count(exact.Count, "document")} with the same text as an earlier one"),
            DataFinding.Warn(near, "near-duplicates", $"{Wording.Count(near.Count, "document")} with nearly the same text as an earlier one"));
    }

    /// <summary>Documents whose text, or nearly the text, an earlier one has, and whether it is exactly the same.</summary>
    private IReadOnlyList<(int Document, int Other, bool IsRepeated)> Pairs() => _pairs ??= FindPairs();

    private List<(int Document, int Other, bool IsRepeated)> FindPairs()
    {
        var pairs = new List<(int, int, bool)>();
        var firstOfText = new Dictionary<ulong, int>();
        for (int i = 0; i < _documents.Count; i++)
        {
            ulong text = DataFingerprint.HashTexts(_documents[i]);
            bool isRepeated = !firstOfText.TryAdd(text, i);
            int other = isRepeated ? firstOfText[text] : _first[i];
            // A test text that another test text repeats is trained on all the same.
            if (other >= _trainCount && _first[i] < _trainCount) other = _first[i];
            if (other != i) pairs.Add((i, other, isRepeated));
        }
        return pairs;
    }

    private IEnumerable<DataFinding> Damage()
    {
        var places = new PlaceList();
        foreach (Document document in _documents)
        {
            string[] texts = document.Texts;
            for (int field = 0; field < texts.Length; field++)
            {
                if (EncodingDamage.Find(texts[field]) is not { } sequence) continue;
                places.Add($"{document.Place} ('{sequence}' in field '{_schema.TextFields[field]}')");
                break;
            }
        }
        return NotNull(DataFinding.Warn(places, "encoding-damage", $"{Wording.Count(places.Count, "document")} with characters damaged by a wrong encoding"));
    }

    /// <summary>The labels in one order; null when there are none to compare.</summary>
    private static string? Describe(Document document, InspectedClassifier classifier)
    {
        string[]? labels = LabelEncoder.LabelsOf(document, classifier.LabelField, classifier.Kind);
        if (labels is null) return null;
        if (classifier.Kind == ClassifierKind.Passages) return labels.Length > 0 ? "with passages" : "without passages";
        return labels.Length == 0 ? "none" : Wording.List(labels.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DataFinding> NotNull(params DataFinding?[] findings) => findings.OfType<DataFinding>();
}
