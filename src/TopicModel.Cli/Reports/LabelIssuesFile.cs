using System.Text.Json;
using TopicModel.Cli.Commands;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>
/// Writes label-issues.jsonl, documented in docs/report.md: a line for each suspect label, the most suspect of all classifiers first, and for
/// each leak. A person sets <c>accept</c> to true, after putting another
/// label into <c>suggested</c> where that is the right one, or <c>stands</c> where the given one is; <c>check --apply-labels</c> then writes the
/// former into the data and both into the file of checked labels.
/// </summary>
internal static class LabelIssuesFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "label-issues.jsonl";

    /// <summary>The file's bytes; none when there is nothing to tell.</summary>
    public static byte[] Write(ReportDetails details, IReadOnlyDictionary<string, string> labelFields)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, JsonStyle.Line);
        var suspects = details.Classifiers.SelectMany(classifier => classifier.Suspects.Select((suspect, i) => (classifier.Name, classifier.Report.Kind, Rank: i + 1, Suspect: suspect)))
            .OrderByDescending(entry => entry.Suspect.Score).ThenBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Rank);
        foreach ((string name, ClassifierKind kind, int rank, LabelSuspect suspect) in suspects)
        {
            bool isSingle = kind is ClassifierKind.Binary or ClassifierKind.Multiclass;
            writer.WriteStartObject();
            writer.WriteString("id", suspect.Id);
            writer.WriteString("classifier", name);
            writer.WriteString("field", labelFields[name]);
            WriteLabels(writer, "given", suspect.Given, isSingle);
            WriteLabels(writer, "suggested", suspect.Suggested, isSingle);
            writer.WriteBoolean(LabelIssue.Accept, false);
            writer.WriteBoolean(SettledIssues.Stands, false);
            writer.WriteNumber("score", Math.Round(suspect.Score, 4));
            writer.WriteNumber("rank", rank);
            writer.WriteString("reason", NameOf(suspect.Reason));
            writer.WriteString("why", suspect.Why);
            writer.WriteString("place", suspect.Line == 0 ? suspect.File : $"{suspect.File}:{suspect.Line}");
            writer.WriteString(CheckedLabel.TextHashField, suspect.TextHash);
            writer.WriteString("title", suspect.Title);
            writer.WriteString("snippet", suspect.Snippet);
            writer.WriteEndObject();
            EndLine(writer, stream);
        }
        foreach (DuplicatePair leak in details.Leaks)
        {
            writer.WriteStartObject();
            writer.WriteString("id", leak.Id);
            writer.WriteString("reason", "leak");
            writer.WriteString("why", $"this test document has the text, or nearly the text, of a training document: {leak.OtherPlace}");
            writer.WriteString("place", leak.Place.Replace(" line ", ":", StringComparison.Ordinal));
            writer.WriteString("title", leak.Title);
            writer.WriteEndObject();
            EndLine(writer, stream);
        }
        return stream.ToArray();
    }

    /// <summary>Name of a reason in the file.</summary>
    public static string NameOf(SuspectReason reason) => reason == SuspectReason.DuplicateConflict ? "duplicate-conflict" : "confident-disagreement";

    private static void WriteLabels(Utf8JsonWriter writer, string name, IReadOnlyList<string> labels, bool isSingle)
    {
        writer.WritePropertyName(name);
        if (isSingle) writer.WriteStringValue(labels.Count == 0 ? "" : labels[0]);
        else
        {
            writer.WriteStartArray();
            foreach (string label in labels) writer.WriteStringValue(label);
            writer.WriteEndArray();
        }
    }

    private static void EndLine(Utf8JsonWriter writer, Stream stream)
    {
        writer.Flush();
        stream.WriteByte((byte)'\n');
        writer.Reset();
    }
}
