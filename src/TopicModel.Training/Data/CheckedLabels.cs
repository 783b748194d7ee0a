using System.Text.Encodings.Web;
using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>
/// The labels that people have looked at and found right, so that suspects that are settled do not come back at each training: a small file of
/// JSON lines to be kept with the data, documented in docs/report.md. It is sorted, so that the checks of two people merge.
/// </summary>
internal sealed class CheckedLabels
{
    private static readonly JsonWriterOptions Style = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CheckedLabel[] _labels;
    private readonly ILookup<(string Classifier, string TextHash), HashSet<string>> _known;

    private CheckedLabels(IEnumerable<CheckedLabel> labels)
    {
        _labels = [.. labels];
        _known = _labels.ToLookup(label => label.Subject, label => LabelSet.Of(label.Label));
    }

    /// <summary>None.</summary>
    public static CheckedLabels None { get; } = new([]);

    /// <summary>Number of lines.</summary>
    public int Count => _labels.Length;

    /// <summary>Reads a file; none where there is no such file, for nothing has been checked yet.</summary>
    /// <exception cref="DataException">A line is not a checked label; the message names it.</exception>
    public static CheckedLabels Read(string path) => File.Exists(path) ? new CheckedLabels(JsonLine.Read(path).Select(CheckedLabel.Of)) : None;

    /// <summary>Whether a person has checked that a document has just these labels.</summary>
    public bool Contains(string classifier, Document document, IReadOnlyList<string> labels) =>
        _labels.Length > 0 && _known[(classifier, DataFingerprint.OfTexts(document))].Any(known => known.SetEquals(LabelSet.Of(labels)));

    /// <summary>These and newer ones, which replace those of the same classifier and text. Copies of a text may be checked with different labels.</summary>
    public CheckedLabels With(IReadOnlyList<CheckedLabel> newer)
    {
        var replaced = newer.Select(label => label.Subject).ToHashSet();
        return new CheckedLabels(_labels.Where(label => !replaced.Contains(label.Subject)).Concat(newer.DistinctBy(label => (label.Subject, label.Label.GetRawText())))
            .OrderBy(label => label.Classifier, StringComparer.Ordinal).ThenBy(label => label.Id, StringComparer.Ordinal).ThenBy(label => label.TextHash, StringComparer.Ordinal).ThenBy(label => label.Label.GetRawText(), StringComparer.Ordinal));
    }

    /// <summary>The lines that say nothing of any document: its text or label was changed since, or it is gone. Null when all do.</summary>
    /// <param name="documents">All documents.</param>
    /// <param name="labelFields">[name of a classifier] -> its label field in the data schema.</param>
    public DataFinding? FindLapsed(IEnumerable<Document> documents, IReadOnlyDictionary<string, int> labelFields)
    {
        if (_labels.Length == 0) return null;
        ILookup<string, Document> byText = documents.ToLookup(DataFingerprint.OfTexts, StringComparer.Ordinal);
        var lapsed = new PlaceList();
        foreach (CheckedLabel label in _labels)
        {
            bool holds = labelFields.TryGetValue(label.Classifier, out int field) && byText[label.TextHash].Any(document => LabelSet.Of(document.Labels[field] ?? []).SetEquals(LabelSet.Of(label.Label)));
            if (!holds) lapsed.Add($"{label.Line.Where} ('{label.Id}')");
        }
        return DataFinding.Warn(lapsed, "lapsed-check", $"{Wording.Count(lapsed.Count, "checked label")} of no document as it is now (text or label was changed, or it is gone), which can be deleted");
    }

    /// <summary>The file's bytes: a line each.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, Style);
        foreach (CheckedLabel label in _labels)
        {
            label.Line.Row.WriteTo(writer);
            writer.Flush();
            stream.WriteByte((byte)'\n');
            writer.Reset();
        }
        return stream.ToArray();
    }
}
