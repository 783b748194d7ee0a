using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>What report.md says of a classifier beside its metrics, in short; the page shows all of it.</summary>
internal static class DetailsMarkdown
{
    private const int MaxSlices = 8, MaxSuspects = 10, MaxMistakes = 5, MaxPassages = 5, MaxTerms = 4;

    /// <summary>Writes learning curve, slices, suspect labels and mistakes, each where there is something to tell.</summary>
    public static void Write(MarkdownText text, ClassifierDetails classifier)
    {
        if (classifier.Report.LearningCurve is { } curve) Write(text, curve);
        foreach (SliceTable table in classifier.Report.Slices) Write(text, table, classifier.Report.SlicesIncludeTraining);
        if (classifier.Report.LabelQuality is { } quality) Write(text, quality, classifier);
        if (classifier.Mistakes.Count > 0) Write(text, classifier.Mistakes);
        if (classifier.PassageExamples.Count > 0) Write(text, classifier.PassageExamples);
    }

    private static void Write(MarkdownText text, LearningCurve curve)
    {
        text.Heading(3, "Learning curve");
        text.Table(["trained on", "share", ReportFormat.NameOf(curve.Metric), "95 % interval"], curve.Points.Select(point => (IReadOnlyList<string>)
            [ReportFormat.Count(point.Documents), ReportFormat.Percent(point.Share), ReportFormat.Number(point.Score), ReportFormat.Bounds(point.Interval)]));
        if (curve.Trend is { } trend)
            text.Paragraph($"A power law through these points gives {ReportFormat.Number(trend.Extrapolation[^1].Score)} for twice as many documents and tends to {ReportFormat.Number(trend.Limit)}.");
    }

    private static void Write(MarkdownText text, SliceTable table, bool includesTraining)
    {
        text.Heading(3, $"By {table.Field}, weakest first");
        string metric = ReportFormat.NameOf(table.Metric);
        bool isAccuracy = table.Metric == Training.Evaluation.Metric.Accuracy;
        text.Table([table.Field, "documents", metric, "95 % interval", .. isAccuracy ? Array.Empty<string>() : ["accuracy"], ""], table.Slices.Take(MaxSlices).Select(slice => (IReadOnlyList<string>)
        [
            slice.Value.Length == 0 ? "(none)" : MarkdownText.Escape(slice.Value), ReportFormat.Count(slice.Documents), ReportFormat.Number(slice.Score),
            slice.Interval is { } interval ? ReportFormat.Bounds(interval) : "", .. isAccuracy ? Array.Empty<string>() : [ReportFormat.Number(slice.Accuracy)],
            slice.IsWeak ? "clearly below" : slice.IsSmall ? "small" : "",
        ]));
        int more = Math.Max(0, table.Slices.Count - MaxSlices) + table.Hidden;
        string rest = more == 0 ? "" : $" {ReportFormat.Count(more, "more value")} not shown.";
        text.Paragraph($"All documents: {metric} {ReportFormat.Number(table.Overall)}{(includesTraining ? "; training documents are judged by models that have not seen them" : "")}.{rest}");
    }

    private static void Write(MarkdownText text, LabelQuality quality, ClassifierDetails classifier)
    {
        text.Heading(3, "Suspect labels");
        text.Paragraph(ReportFormat.Suspects(quality) + (quality.Suspects == 0 ? "" : $" {LabelIssuesFile.Name} has all suspects, ready to be settled."));
        if (classifier.Suspects.Count > 0)
            text.Table(["place", "article", "given", "suggested", "why", "score"], classifier.Suspects.Take(MaxSuspects).Select(suspect => (IReadOnlyList<string>)
                [MarkdownText.Escape(suspect.Place), MarkdownText.Escape(suspect.Title), Labels(suspect.Given), Labels(suspect.Suggested), MarkdownText.Escape(suspect.Why), ReportFormat.Number(suspect.Score)]), textColumns: 5);
        if (classifier.Checked.Count > MaxSuspects) text.Paragraph($"Of the {ReportFormat.Count(classifier.Checked.Count)} that were checked and stand, the first {MaxSuspects}:");
        if (classifier.Checked.Count > 0) text.List(classifier.Checked.Take(MaxSuspects).Select(suspect => $"Checked, it stands: {MarkdownText.Escape($"{suspect.Place} ({ReportFormat.Labels(suspect.Given)})")}"));
        if (classifier.Conflicts.Count > 0) text.List(classifier.Conflicts.Select(pair => MarkdownText.Escape($"Nearly the same text with different labels: {pair.Place} ({ReportFormat.Labels(pair.Labels)}) and {pair.OtherPlace} ({ReportFormat.Labels(pair.OtherLabels)})")));
    }

    private static void Write(MarkdownText text, IReadOnlyList<Mistake> mistakes)
    {
        text.Heading(3, "Most instructive mistakes");
        text.Table(["article", "truth", "decision", "probability", "words that pushed to it"], mistakes.Take(MaxMistakes).Select(mistake => (IReadOnlyList<string>)
        [
            MarkdownText.Escape($"{mistake.Article.Id}: {mistake.Article.Title}"), Labels(mistake.Article.Truth), Labels(mistake.Article.Given), ReportFormat.Number(mistake.Article.Probability),
            MarkdownText.Escape(string.Join(", ", mistake.Terms.Take(MaxTerms).Select(term => $"{term.Text} {ReportFormat.Signed(term.Push)}"))),
        ]), textColumns: 3);
    }

    private static void Write(MarkdownText text, IReadOnlyList<PassageExample> examples)
    {
        text.Heading(3, "Articles with missed or spurious sentences");
        text.Table(["article", "truth", "decision", "found", "missed", "spurious"], examples.Take(MaxPassages).Select(example => (IReadOnlyList<string>)
        [
            MarkdownText.Escape($"{example.Article.Id}: {example.Article.Title}"), Labels(example.Article.Truth), Labels(example.Article.Given),
            ReportFormat.Count(example.Found), ReportFormat.Count(example.Missed), ReportFormat.Count(example.Spurious),
        ]), textColumns: 3);
    }

    /// <summary>Labels in a cell; passages, which are long, by their number.</summary>
    private static string Labels(IReadOnlyList<string> labels) => MarkdownText.Escape(ReportFormat.Labels(labels));
}
