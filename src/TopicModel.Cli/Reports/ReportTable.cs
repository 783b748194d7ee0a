using Spectre.Console;
using Spectre.Console.Rendering;
using TopicModel.Training.Evaluation;
using Cell = Spectre.Console.Text;

namespace TopicModel.Cli.Reports;

/// <summary>A report as tables for a wide terminal: the main metrics of each classifier with their intervals, then each label.</summary>
internal static class ReportTable
{
    /// <summary>The tables.</summary>
    public static IRenderable Create(Report report)
    {
        var tables = new List<IRenderable> { Overview(report) };
        if (report.Classifiers.Values.Any(classifier => classifier.Test is not null)) tables.Add(Labels(report));
        return new Rows(tables);
    }

    private static Table Overview(Report report)
    {
        Metric[] metrics = [.. ReportFormat.Overview.Where(metric => ReportFormat.Blocks(report).Any(block => ReportFormat.Shows(block.Test, block.CrossValidation, metric)))];
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumn("classifier").AddColumn("figures of");
        foreach (Metric metric in metrics) table.AddColumn(new TableColumn(ReportFormat.NameOf(metric) + (metric.IsLoss() ? " ↓" : "")));
        foreach ((string name, string kind, MetricBlock? test, CrossValidationReport? crossValidation) in ReportFormat.Blocks(report))
        {
            if (test is not null)
                table.AddRow([new Cell($"{name}\n{kind}"), new Cell($"test\n{ReportFormat.Count(test.Documents)}"), .. metrics.Select(metric => new Cell($"{ReportFormat.Number(test.Value(metric))}\n{ReportFormat.IntervalOf(test, metric)}"))]);
            if (crossValidation is not null)
                table.AddRow([new Cell($"{name}\n{kind}"), new Cell($"cross-validation\n{crossValidation.Folds} folds"), .. metrics.Select(metric => new Cell(ReportFormat.Number(ReportFormat.MeanOf(crossValidation, metric))))]);
        }
        return table;
    }

    private static Table Labels(Report report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("classifier").AddColumn("label");
        foreach (string figure in new[] { "support", "precision", "recall", "F1", "average precision", "threshold" }) table.AddColumn(new TableColumn(figure).RightAligned());
        foreach ((string name, _, MetricBlock? test, _) in ReportFormat.Blocks(report))
            foreach (LabelMetrics label in test?.PerLabel ?? [])
                table.AddRow([new Cell(name), new Cell(label.Label), .. ReportFormat.FiguresOf(label).Select(figure => new Cell(figure))]);
        return table;
    }
}
