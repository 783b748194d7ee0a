using TopicModel.Cli.Commands;
using TopicModel.Rendering;

namespace TopicModel.Cli.Reports;

/// <summary>
/// An explanation for a terminal, in colours, or for a file, with marks: [+word] speaks for the label, [++word] strongly,
/// [-word] against it.
/// </summary>
/// <param name="context">Where it is written.</param>
internal sealed class ExplanationText(CommandContext context)
{
    /// <summary>Writes the whole explanation.</summary>
    public void Write(ArticleExplanation explanation)
    {
        Line(explanation.Row.Id);
        foreach (TopicExplanation topic in explanation.Topics)
        {
            Line("");
            Line($"{topic.Name}: {topic.Explanation.Prediction}");
            int width = context.TerminalWidth ?? 0;
            context.Out.Write(context.UsesColor ? topic.Explanation.ToAnsi(width: width) : topic.Explanation.ToText(width: width));
        }
        foreach (TaskListFinding finding in explanation.TaskLists) Write(finding);
    }

    private void Write(TaskListFinding finding)
    {
        Line("");
        Line($"{finding.Name}: {finding.Tasks}");
        foreach (TaskItem item in finding.Tasks.Items) Line($"  {ReportFormat.Number(item.Probability)}  {TextRendering.OneLine(item.Text)}");
    }

    private void Line(string text) => context.Out.WriteLine(text);
}
