using System.Globalization;
using Spectre.Console;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Reports;

/// <summary>
/// An explanation for a terminal, in colours, or for a file, with marks: [+word] speaks for the label, [++word] strongly,
/// [-word] against it.
/// </summary>
/// <param name="context">Where it is written.</param>
internal sealed class ExplanationText(CommandContext context)
{
    private const int TermCount = 8;

    /// <summary>Writes the whole explanation.</summary>
    public void Write(ArticleExplanation explanation)
    {
        Line(explanation.Row.Id);
        foreach (TopicExplanation topic in explanation.Topics)
            foreach (int label in topic.ShownLabels) Write(explanation, topic, label);
        foreach (TaskListFinding finding in explanation.TaskLists) Write(finding);
    }

    private void Write(ArticleExplanation explanation, TopicExplanation topic, int label)
    {
        Line("");
        Line($"{topic.Manifest.Name}: {topic.Explanation.Prediction}");
        Line(string.Create(CultureInfo.InvariantCulture, $"why {topic.Explanation.Labels[label]} ({topic.Probability(label):0.000}):"));
        Line($"  for:     {Terms(topic, label, against: false)}");
        Line($"  against: {Terms(topic, label, against: true)}");
        foreach ((string field, string text) in explanation.Texts.Where(field => topic.Manifest.TextFields.Contains(field.Field)))
        {
            Line($"[{field}]");
            Write(MarkedSegment.Of(topic.Explanation, label, field, text));
        }
    }

    private void Write(TaskListFinding finding)
    {
        Line("");
        Line($"{finding.Name}: {finding.Tasks}");
        foreach (TaskItem item in finding.Tasks.Items) Line($"  {ReportFormat.Number(item.Probability)}  {OneLine(item.Text)}");
    }

    private static string Terms(TopicExplanation topic, int label, bool against)
    {
        IReadOnlyList<EvidenceTerm> terms = topic.Strongest(label, TermCount, against);
        return terms.Count == 0 ? "nothing" : string.Join(", ", terms.Select(term => $"{OneLine(term.Text)} {ReportFormat.Signed(term.Contributions[label])}"));
    }

    /// <summary>A term or a sentence may stretch over the end of a line.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Write(IReadOnlyList<MarkedSegment> segments)
    {
        if (!context.UsesColor)
        {
            Line(string.Concat(segments.Select(Marked)));
            return;
        }
        var paragraph = new Paragraph();
        foreach (MarkedSegment segment in segments) paragraph.Append(segment.Text, StyleOf(segment.Level));
        context.Write(new Rows(paragraph));
    }

    private static string Marked(MarkedSegment segment) =>
        segment.Level == 0 ? segment.Text : $"[{new string(segment.Level > 0 ? '+' : '-', Math.Abs(segment.Level))}{segment.Text}]";

    private static Style? StyleOf(int level) => level switch
    {
        2 => new Style(Color.Black, Color.Lime),
        1 => new Style(Color.Lime),
        -1 => new Style(Color.Red),
        -2 => new Style(Color.White, Color.Maroon),
        _ => null,
    };

    private void Line(string text) => context.Out.WriteLine(text);
}
