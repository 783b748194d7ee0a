using System.Globalization;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Commands;

/// <summary>A condition on a metric, from the command line: "theme.microF1=0.9" or "task-list.passages.f1=0.6".</summary>
/// <param name="Classifier">Name of the classifier.</param>
/// <param name="OfPassages">Whether the metric is that of the sentences.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Least">The lowest value that passes; the highest for metrics that are losses.</param>
/// <param name="Text">As typed.</param>
internal sealed record Gate(string Classifier, bool OfPassages, Metric Metric, double Least, string Text)
{
    private const string Option = "--fail-under", Passages = "passages";

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ConfigException">It is not of that form; the message tells the form and the metrics.</exception>
    public static Gate Parse(string text)
    {
        string[] sides = text.Split('=');
        string[] parts = sides[0].Split('.');
        bool ofPassages = parts.Length == 3 && parts[1] == Passages;
        if (sides.Length != 2 || (parts.Length != 2 && !ofPassages) || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double least))
            throw new ConfigException($"{Option} '{text}': NAME.METRIC=NUMBER was expected, for example theme.microF1=0.9 or task-list.passages.f1=0.6");
        foreach (Metric metric in Enum.GetValues<Metric>())
            if (MetricBlock.NameOf(metric) == parts[^1]) return new Gate(parts[0], ofPassages, metric, least, text);
        throw new ConfigException($"{Option} '{text}': '{parts[^1]}' is not a metric; there are {string.Join(", ", Enum.GetValues<Metric>().Select(MetricBlock.NameOf))}");
    }

    /// <summary>The metric's value in a report, and whether it is good enough.</summary>
    /// <exception cref="ConfigException">The report has no such classifier or metric; the message tells those it has.</exception>
    public GateResult Check(Report report)
    {
        if (!report.Classifiers.TryGetValue(Classifier, out ClassifierReport? classifier))
            throw new ConfigException($"{Option} '{Text}': there is no classifier '{Classifier}'; there are {string.Join(", ", report.Classifiers.Keys)}");
        if ((OfPassages ? classifier.Test?.Passages : classifier.Test) is not { } block)
            throw new ConfigException($"{Option} '{Text}': '{Classifier}' is of kind {ConfigKeys.NameOf(classifier.Kind)}; only classifiers of kind {ConfigKeys.NameOf(ClassifierKind.Passages)} have metrics of {Passages}");
        if (block.Value(Metric) is not { } value)
            throw new ConfigException($"{Option} '{Text}': classifiers of kind {ConfigKeys.NameOf(classifier.Kind)} have no {MetricBlock.NameOf(Metric)}; they have {string.Join(", ", block.ToDictionary().Keys)}");
        return new GateResult(Text, value, Metric.IsLoss() ? value <= Least : value >= Least);
    }

    /// <summary>"gate missed: theme.microF1 is 0.8123, at least 0.9 was asked for".</summary>
    /// <param name="value">The metric's value, which is not good enough.</param>
    public string Missed(double value) => string.Create(CultureInfo.InvariantCulture,
        $"gate missed: {Text[..Text.IndexOf('=')]} is {(double.IsNaN(value) ? "undefined" : $"{value:0.0000}")}, {(Metric.IsLoss() ? "at most" : "at least")} {Least} was asked for");
}
