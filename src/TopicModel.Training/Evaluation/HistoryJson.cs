using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation;

/// <summary>The one reader and writer of lines of history.jsonl.</summary>
internal static class HistoryJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    });

    private static JsonTypeInfo<HistoryEntry> Info => Context.HistoryEntry;

    /// <summary>A training as a line, with a line feed at the end; classifiers and metrics in ordinal order.</summary>
    public static string Write(HistoryEntry entry)
    {
        var classifiers = new SortedDictionary<string, HistoryFigures>(StringComparer.Ordinal);
        foreach ((string name, HistoryFigures figures) in entry.Classifiers)
            classifiers.Add(name, figures with { Metrics = new SortedDictionary<string, double>(figures.Metrics.ToDictionary(), StringComparer.Ordinal) });
        return JsonSerializer.Serialize(entry with { Classifiers = classifiers }, Info) + "\n";
    }

    /// <summary>The trainings in a text, in order, and how many lines are none (which are passed over: somebody may have edited the file).</summary>
    public static (IReadOnlyList<HistoryEntry> Entries, int Unreadable) Read(string text)
    {
        var entries = new List<HistoryEntry>();
        int unreadable = 0;
        foreach (string line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            if (Parse(line) is { } entry) entries.Add(entry);
            else unreadable++;
        }
        return (entries, unreadable);
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Info);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
