using System.Text;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Reports;

/// <summary>The file history.jsonl of a reports folder: a line for each training. It is replaced as a whole, so that an interrupted write cannot damage it.</summary>
/// <param name="path">Where it is.</param>
internal sealed class HistoryFile(string path)
{
    /// <summary>Its name.</summary>
    public const string Name = "history.jsonl";

    /// <summary>Trainings that the outputs show.</summary>
    private const int MaxShown = 50;

    private readonly byte[] _before = File.Exists(path) ? File.ReadAllBytes(path) : [];

    /// <summary>Lines of the file that are no trainings; they stay in the file.</summary>
    public int UnreadableLines => HistoryJson.Read(Encoding.UTF8.GetString(_before)).Unreadable;

    /// <summary>The last 50 trainings, the oldest first, with a new one at the end.</summary>
    public IReadOnlyList<HistoryEntry> With(HistoryEntry entry) => [.. HistoryJson.Read(Encoding.UTF8.GetString(_before)).Entries.Append(entry).TakeLast(MaxShown)];

    /// <summary>Writes the file with a new line beside its place.</summary>
    /// <exception cref="IOException">It cannot be written; the message names it.</exception>
    public void Stage(StagedFiles files, HistoryEntry entry)
    {
        bool endsLine = _before.Length == 0 || _before[^1] == '\n';
        files.Stage(path, [.. _before, .. endsLine ? ""u8 : "\n"u8, .. Encoding.UTF8.GetBytes(HistoryJson.Write(entry))]);
    }

    /// <summary>The line for a training.</summary>
    public static HistoryEntry Entry(Report report, TrainConfig config, DateTimeOffset created) => new(
        created.ToUniversalTime(), report.ToolVersion, report.Data.Fingerprint, ConfigHash.Compute(config), report.Data.Train.Documents, report.Data.Test.Documents,
        report.Classifiers.ToDictionary(classifier => classifier.Key, classifier => Figures(classifier.Value)));

    private static HistoryFigures Figures(ClassifierReport classifier)
    {
        string main = MetricBlock.NameOf(MainMetric.Of(classifier.Kind));
        var metrics = new Dictionary<string, double>();
        Add(metrics, "", classifier.Test?.ToDictionary() ?? classifier.CrossValidation?.Mean);
        Add(metrics, "passages.", classifier.Test?.Passages?.ToDictionary() ?? classifier.CrossValidation?.Passages?.Mean);
        Interval? interval = classifier.Test is { } test && test.Intervals.TryGetValue(main, out Interval known) ? known : null;
        return new HistoryFigures(main, metrics, interval, classifier.Model?.Bytes ?? 0, classifier.Model?.Features ?? 0, classifier.Timings);
    }

    private static void Add(Dictionary<string, double> metrics, string prefix, IReadOnlyDictionary<string, double>? values)
    {
        foreach ((string name, double value) in values ?? new Dictionary<string, double>())
            if (double.IsFinite(value)) metrics.Add(prefix + name, value);
    }
}
