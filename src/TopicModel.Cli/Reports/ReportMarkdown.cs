using TopicModel.Cli.Configuration;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>A report for people: report.md.</summary>
internal static class ReportMarkdown
{
    private const string Explanation = """
        A figure is followed by its 95 % interval: the figure would move within it if other documents of the same kind had been drawn for the test.
        Cross-validation figures are means over the folds of the training documents, with the lowest and highest fold. Accuracy of a multilabel
        classifier counts a document only when its whole set of labels is right. Log loss, Brier score and calibration error are better when lower.
        """;

    /// <summary>The report as Markdown.</summary>
    public static string Write(ReportDetails details)
    {
        Report report = details.Report;
        var text = new MarkdownText();
        text.Heading(1, "Report");
        text.Paragraph($"{Documents(report.Data)} Written by topicmodel {MarkdownText.Escape(report.ToolVersion)}.");
        text.List(details.Verdict.Select(sentence => MarkdownText.Escape(sentence.Text)));
        WriteOverview(text, report);
        text.Paragraph(Explanation);
        if (details.Comparison is { } comparison) ComparisonMarkdown.Write(text, comparison);
        foreach (ClassifierDetails classifier in details.Classifiers) Write(text, classifier);
        return text.ToString();
    }

    /// <summary>A report on existing models knows nothing of the documents that they were trained on.</summary>
    private static string Documents(DataReport data)
    {
        string train = data.Train.Documents == 0 ? "Existing models" : $"Trained on {ReportFormat.Count(data.Train.Documents, "document")} (fingerprint `{data.Fingerprint}`)";
        return $"{train}, tested on {(data.Test.Documents == 0 ? "none" : ReportFormat.Count(data.Test.Documents))}.";
    }

    private static void WriteOverview(MarkdownText text, Report report)
    {
        Metric[] metrics = [.. ReportFormat.Overview.Where(metric => ReportFormat.Blocks(report).Any(block => block.Test?.Value(metric) is not null))];
        if (metrics.Length == 0) return;
        text.Table(["classifier", "kind", "tested on", .. metrics.Select(ReportFormat.NameOf)],
            ReportFormat.Blocks(report).Where(block => block.Test is not null).Select(block => (IReadOnlyList<string>)
                [MarkdownText.Escape(block.Name), block.Kind, ReportFormat.Count(block.Test!.Documents), .. metrics.Select(metric => ReportFormat.Figure(block.Test, metric))]), textColumns: 2);
    }

    private static void Write(MarkdownText text, ClassifierDetails details)
    {
        (string name, ClassifierReport classifier) = (details.Name, details.Report);
        text.Heading(2, name);
        text.Paragraph($"{ConfigKeys.NameOf(classifier.Kind)}: {string.Join(", ", classifier.Labels.Select(MarkdownText.Escape))}. {Training(classifier)}");
        if (classifier.Test is null && classifier.CrossValidation is null) text.Paragraph("There are no figures: no document was kept for a test, and there was no cross-validation.");
        else Write(text, classifier.Test, classifier.CrossValidation, classifier.Kind, level: 3);
        if (classifier.Test?.Passages is not null || classifier.CrossValidation?.Passages is not null)
        {
            text.Heading(3, "Sentences");
            Write(text, classifier.Test?.Passages, classifier.CrossValidation?.Passages, ClassifierKind.Binary, level: 4);
        }
        DetailsMarkdown.Write(text, details);
        text.Paragraph(ReportFormat.Seconds(classifier.Timings));
    }

    private static string Training(ClassifierReport classifier)
    {
        string model = classifier.Model is not { } file ? "" : $" Model: `{file.Path}`, {ReportFormat.Count(file.Bytes)} bytes, {ReportFormat.Count(file.Features)} features.";
        return MarkdownText.Escape(ReportFormat.Training(classifier)) + model;
    }

    private static void Write(MarkdownText text, MetricBlock? test, CrossValidationReport? crossValidation, ClassifierKind kind, int level)
    {
        text.Table(["metric", "test", "95 % interval", "cross-validation", "folds"], Enum.GetValues<Metric>()
            .Where(metric => ReportFormat.Shows(test, crossValidation, metric))
            .Select(metric => (IReadOnlyList<string>)[ReportFormat.NameOf(metric), ReportFormat.Number(test?.Value(metric)), test is null ? "" : ReportFormat.IntervalOf(test, metric),
                ReportFormat.Number(ReportFormat.MeanOf(crossValidation, metric)), ReportFormat.FoldRange(crossValidation, metric)]));
        if (test is null) return;
        text.Table(["label", "support", "precision", "recall", "F1", "average precision", "threshold"], test.PerLabel.Select(label => (IReadOnlyList<string>)
            [MarkdownText.Escape(label.Label), .. ReportFormat.FiguresOf(label)]));
        ConfusionMarkdown.Write(text, test.Confusion, kind, level);
    }
}
