using Spectre.Console.Rendering;
using TopicModel.Cli.Commands;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>
/// A report on the console: tables where a terminal has room for them, else lines of text, one block a classifier, that are as narrow as
/// they can be and are never broken inside a figure.
/// </summary>
internal static class ReportText
{
    /// <summary>Width for which the lines are made when no terminal tells its own.</summary>
    private const int DefaultWidth = 80;

    private const string Indent = "  ";

    /// <summary>Headings of the figures of a label, each at least as wide as its figures.</summary>
    private static readonly string[] LabelFigures = ["support", "precision", "recall", "   F1", "avg. precision", "threshold"];

    /// <summary>Writes the report as result: the figures, then what they come to, which is where eyes rest when the command has ended.</summary>
    public static void Write(CommandContext context, ReportDetails details)
    {
        IRenderable tables = ReportTable.Create(details.Report);
        if (context.HasRoomFor(tables)) context.Write(tables);
        else WriteLines(context.Out, details.Report, context.TerminalWidth ?? DefaultWidth);
        if (details.Verdict.Count > 0) context.Out.WriteLine();
        WriteVerdict(context.Out, details.Verdict);
    }

    /// <summary>Writes a line for each sentence; what needs looking at is marked.</summary>
    public static void WriteVerdict(TextWriter target, IReadOnlyList<VerdictSentence> verdict)
    {
        foreach (VerdictSentence sentence in verdict) target.WriteLine($"{MarkOf(sentence)} {sentence.Text}");
    }

    private static string MarkOf(VerdictSentence sentence) => sentence switch
    {
        { Kind: VerdictKind.Advice } => "→",
        { Tone: VerdictTone.Good } => "✓",
        { Tone: VerdictTone.Warning } => "!",
        { Tone: VerdictTone.Bad } => "✗",
        _ => "·",
    };

    private static void WriteLines(TextWriter target, Report report, int width)
    {
        bool isFirst = true;
        foreach ((string name, string kind, MetricBlock? test, CrossValidationReport? crossValidation) in ReportFormat.Blocks(report))
        {
            if (!isFirst) target.WriteLine();
            isFirst = false;
            target.WriteLine(Heading(name, kind, test, crossValidation));
            WriteMetrics(target, test, crossValidation);
            if (test is not null) WriteLabels(target, test.PerLabel, width);
        }
    }

    private static string Heading(string name, string kind, MetricBlock? test, CrossValidationReport? crossValidation)
    {
        string tested = test is null ? "not tested" : $"tested on {ReportFormat.Count(test.Documents, "example")}";
        return $"{name} ({kind}): {tested}{(crossValidation is null ? "" : $"; cv: cross-validation, {ReportFormat.Count(crossValidation.Folds, "fold")}")}";
    }

    private static void WriteMetrics(TextWriter target, MetricBlock? test, CrossValidationReport? crossValidation)
    {
        Metric[] metrics = [.. ReportFormat.Overview.Where(metric => ReportFormat.Shows(test, crossValidation, metric))];
        string NameOf(Metric metric) => ReportFormat.NameOf(metric) + (metric.IsLoss() ? " ↓" : "");
        string[] intervals = [.. metrics.Select(metric => test is null ? "" : ReportFormat.IntervalOf(test, metric))];
        int name = metrics.Select(metric => NameOf(metric).Length).DefaultIfEmpty(0).Max(), interval = intervals.Select(text => text.Length).DefaultIfEmpty(0).Max();
        foreach ((Metric metric, string text) in metrics.Zip(intervals))
        {
            string tested = test is null ? "" : $"  {ReportFormat.Number(test.Value(metric)),5}  {text.PadRight(interval)}";
            string cv = crossValidation is null ? "" : $"  cv {ReportFormat.Number(ReportFormat.MeanOf(crossValidation, metric))}";
            target.WriteLine($"{Indent}{NameOf(metric).PadRight(name)}{tested}{cv}".TrimEnd());
        }
    }

    /// <summary>A line for each label; a label that leaves no room for the figures has a line of its own above them.</summary>
    private static void WriteLabels(TextWriter target, IReadOnlyList<LabelMetrics> labels, int width)
    {
        int room = width - Indent.Length - LabelFigures.Sum(figure => figure.Length + 2);
        int longest = labels.Select(label => label.Label.Length).Where(length => length <= room).Append("label".Length).Max();
        string Line(string label, IEnumerable<string> figures) => $"{Indent}{label.PadRight(longest)}{string.Concat(figures.Zip(LabelFigures, (figure, heading) => "  " + figure.PadLeft(heading.Length)))}";
        target.WriteLine(Line("label", LabelFigures));
        foreach (LabelMetrics label in labels)
        {
            bool fits = label.Label.Length <= longest;
            if (!fits) target.WriteLine(Indent + label.Label);
            target.WriteLine(Line(fits ? label.Label : "", ReportFormat.FiguresOf(label)));
        }
    }
}
