using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>The comparison with the report before, for report.md: the main figures; compare shows all of them.</summary>
internal static class ComparisonMarkdown
{
    /// <summary>Writes a heading and a table.</summary>
    public static void Write(MarkdownText text, ReportComparison comparison)
    {
        text.Heading(2, "What changed");
        text.Table(["classifier", "metric", "before", "after", "difference", "95 % interval", "right to wrong", "wrong to right"],
            comparison.Classifiers.Where(classifier => classifier.Metrics.Count > 0).Select(classifier => Row(classifier)), textColumns: 2);
    }

    private static IReadOnlyList<string> Row(ClassifierComparison classifier)
    {
        MetricDifference main = classifier.Metrics.First(metric => metric.Name == Training.Evaluation.MetricBlock.NameOf(classifier.MainMetric));
        bool isPaired = classifier.Tests.Count > 0;
        return
        [
            MarkdownText.Escape(classifier.Name), ReportFormat.NameOf(classifier.MainMetric), ReportFormat.Number(main.Before), ReportFormat.Number(main.After), ReportFormat.Signed(main.Difference),
            main.Interval is { } interval ? ReportFormat.SignedInterval(interval) : "", isPaired ? ReportFormat.Count(classifier.BrokenCount) : ReportFormat.Nothing, isPaired ? ReportFormat.Count(classifier.FixedCount) : ReportFormat.Nothing,
        ];
    }
}
