using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Reports;

/// <summary>Which labels were taken for which, as Markdown: a matrix, or for many labels the commonest confusions.</summary>
internal static class ConfusionMarkdown
{
    /// <summary>A matrix of more labels than this is too wide to read.</summary>
    internal const int MaxMatrix = 12;

    /// <summary>Confusions listed in place of a matrix.</summary>
    internal const int MaxListed = 20;

    /// <summary>Writes a heading and a table.</summary>
    public static void Write(MarkdownText text, Confusion confusion, ClassifierKind kind, int level)
    {
        if (kind == ClassifierKind.Multilabel) WriteMultilabel(text, confusion, level);
        else if (confusion.Labels.Count <= MaxMatrix) WriteMatrix(text, confusion, level);
        else WriteCommonest(text, confusion, level);
    }

    private static void WriteMultilabel(MarkdownText text, Confusion confusion, int level)
    {
        text.Heading(level, "Decisions by label");
        text.Table(["label", "rightly not given", "wrongly given", "wrongly not given", "rightly given"],
            confusion.Labels.Zip(confusion.Counts, (label, counts) => (IReadOnlyList<string>)[MarkdownText.Escape(label), .. counts.Select(count => ReportFormat.Count(count))]));
    }

    private static void WriteMatrix(MarkdownText text, Confusion confusion, int level)
    {
        text.Heading(level, "Truth (rows) and decision (columns)");
        text.Table(["", .. confusion.Labels.Select(MarkdownText.Escape)],
            confusion.Labels.Zip(confusion.Counts, (label, counts) => (IReadOnlyList<string>)[MarkdownText.Escape(label), .. counts.Select(count => ReportFormat.Count(count))]));
    }

    private static void WriteCommonest(MarkdownText text, Confusion confusion, int level)
    {
        var wrong = new List<(int Truth, int Given, int Count)>();
        for (int truth = 0; truth < confusion.Labels.Count; truth++)
            for (int given = 0; given < confusion.Labels.Count; given++)
                if (truth != given && confusion.Counts[truth][given] > 0) wrong.Add((truth, given, confusion.Counts[truth][given]));
        text.Heading(level, "Commonest confusions");
        // The sort is stable, so equal ones stay in the order of the labels.
        text.Table(["truth", "decision", "documents"], wrong.OrderByDescending(one => one.Count).Take(MaxListed).Select(one => (IReadOnlyList<string>)
            [MarkdownText.Escape(confusion.Labels[one.Truth]), MarkdownText.Escape(confusion.Labels[one.Given]), ReportFormat.Count(one.Count)]), textColumns: 2);
    }
}
