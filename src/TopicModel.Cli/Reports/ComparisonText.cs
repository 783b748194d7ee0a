using Spectre.Console;
using TopicModel.Cli.Commands;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using Cell = Spectre.Console.Text;

namespace TopicModel.Cli.Reports;

/// <summary>What `compare` shows on the console.</summary>
internal static class ComparisonText
{
    /// <summary>Changed articles listed each way.</summary>
    private const int MaxChanged = 10;

    /// <summary>Writes the figures of each classifier, the articles that changed, and the verdict.</summary>
    public static void Write(CommandContext context, ReportComparison comparison)
    {
        context.Out.WriteLine($"before: {comparison.Before}");
        context.Out.WriteLine($"after:  {comparison.After}");
        foreach (ClassifierComparison classifier in comparison.Classifiers) Write(context, classifier);
        context.Out.WriteLine();
        ReportText.WriteVerdict(context.Out, comparison.Verdict);
    }

    private static void Write(CommandContext context, ClassifierComparison classifier)
    {
        if (classifier.Metrics.Count == 0) return;
        context.Out.WriteLine();
        context.Out.WriteLine($"{classifier.Name}: {ReportFormat.Documents(classifier)}{string.Concat(classifier.Tests.Select(test => $"; {ReportFormat.Test(test)}"))}");
        context.Write(Table(classifier));
        WriteChanged(context.Out, "right to wrong", classifier.BrokenCount, classifier.Broken);
        WriteChanged(context.Out, "wrong to right", classifier.FixedCount, classifier.Fixed);
    }

    private static Table Table(ClassifierComparison classifier)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach (string heading in new[] { "before", "after", "difference", "95 % interval" }) table.AddColumn(new TableColumn(heading).RightAligned());
        table.AddColumn("");
        foreach (MetricDifference metric in classifier.Metrics.Where(IsShown)) AddRow(table, ReportFormat.NameOf(metric.Name), metric);
        foreach (MetricDifference metric in classifier.PassageMetrics.Where(IsShown)) AddRow(table, $"sentences: {ReportFormat.NameOf(metric.Name)}", metric);
        foreach (MetricDifference label in classifier.Labels) AddRow(table, $"F1 of '{label.Name}'", label);
        return table;
    }

    private static bool IsShown(MetricDifference metric) => ReportFormat.Overview.Any(shown => MetricBlock.NameOf(shown) == metric.Name);

    private static void AddRow(Table table, string name, MetricDifference difference) => table.AddRow(
        new Cell(name), new Cell(ReportFormat.Number(difference.Before)), new Cell(ReportFormat.Number(difference.After)),
        new Cell(double.IsNaN(difference.Difference) ? ReportFormat.Nothing : ReportFormat.Signed(difference.Difference)),
        new Cell(difference.Interval is { } interval ? ReportFormat.SignedInterval(interval) : ReportFormat.Nothing),
        new Cell(difference.Outcome switch { ComparisonOutcome.Better => "better", ComparisonOutcome.Worse => "worse", _ => "" }));

    private static void WriteChanged(TextWriter target, string change, int count, IReadOnlyList<ChangedArticle> articles)
    {
        if (count == 0) return;
        target.WriteLine($"{change}: {ReportFormat.Count(count, "document")}");
        foreach (ChangedArticle article in articles.Take(MaxChanged))
            target.WriteLine($"  {article.Id}: {ReportFormat.Labels(article.Truth)}; {ReportFormat.Labels(article.Before)} -> {ReportFormat.Labels(article.After)} ({ReportFormat.Number(article.Probability)})");
        if (count > MaxChanged) target.WriteLine($"  and {ReportFormat.Count(count - MaxChanged)} more");
    }
}
