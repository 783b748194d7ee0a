using TopicModel.Cli.Commands;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Tests.Commands;
using TopicModel.Cli.Tests.Reports.Html;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports;

/// <summary>What people read of a report, compared with files that people have read.</summary>
public class ReportTests
{
    [Fact]
    public void Markdown_IsAsExpected() => Expectations.AssertEqual("report.md", ReportMarkdown.Write(SampleDetails.Full()));

    [Fact]
    public void Json_IsAsExpected() => Expectations.AssertEqual("report.json", ReportJson.Write(SampleReports.Full()));

    [Fact]
    public void Markdown_OfExistingModels_DoesNotSpeakOfTraining() => Assert.StartsWith(
        "# Report\n\nExisting models, tested on 300. Written by topicmodel 1.2.3.\n",
        ReportMarkdown.Write(SampleDetails.Bare(SampleReports.Full() with { Data = new DataReport(new DataPart(0), new DataPart(300), "") })), StringComparison.Ordinal);

    [Fact]
    public void Text_WideTerminal_IsTables() => Expectations.AssertEqual("report.txt", Show(SampleReports.Full(), width: 200));

    [Fact]
    public void Text_NoTerminalOrANarrowOne_IsABlockAClassifier()
    {
        string piped = Show(SampleReports.Full(), width: null);

        Expectations.AssertEqual("report-narrow.txt", piped);
        Assert.Equal(piped, Show(SampleReports.Full(), width: 80));
    }

    [Fact]
    public void Text_TerminalOneColumnTooNarrowForTheTables_IsABlockAClassifier()
    {
        int wide = Show(SampleReports.Full(), width: 200).Split('\n').Max(line => line.Length);

        Assert.StartsWith("╭", Show(SampleReports.Full(), wide), StringComparison.Ordinal);
        Assert.StartsWith("stance (multiclass): tested on 300 examples", Show(SampleReports.Full(), wide - 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_LabelsLongerThanTheLine_AreNotBroken()
    {
        string label = new('x', 90);
        Report full = SampleReports.Full();
        MetricBlock test = full.Classifiers["stance"].Test!;
        ClassifierReport stance = full.Classifiers["stance"] with { CrossValidation = null, Test = test with { Documents = 1, PerLabel = [test.PerLabel[0], test.PerLabel[1] with { Label = label }] } };

        string[] lines = Show(full with { Classifiers = new Dictionary<string, ClassifierReport> { ["stance"] = stance } }, width: null).Split('\n');

        Assert.Equal("stance (multiclass): tested on 1 example", lines[0]);
        Assert.Equal("  accuracy             0.750  [0.700, 0.800]", lines[1]);
        Assert.Equal(
            [
                "  label    support  precision  recall     F1  avg. precision  threshold",
                "  against      150      0.700   0.600  0.646               –          –",
                $"  {label}",
                "               150      0.700   0.600  0.646               –          –",
                "",
            ],
            lines[^5..]);
    }

    [Fact]
    public void Markdown_OneDocument_IsSingular() => Assert.StartsWith(
        "# Report\n\nTrained on 1 document (fingerprint `f`), tested on none. Written by topicmodel 1.2.3.\n",
        ReportMarkdown.Write(SampleDetails.Bare(SampleReports.Full() with { Data = new DataReport(new DataPart(1), new DataPart(0), "f") })), StringComparison.Ordinal);

    [Fact]
    public void Markdown_ManyLabels_ListsTheCommonestConfusions()
    {
        string[] labels = [.. Enumerable.Range(0, ConfusionMarkdown.MaxMatrix + 1).Select(i => $"l{i:00}")];
        int[][] counts = [.. labels.Select((_, truth) => labels.Select((_, given) => truth == given ? 50 : (truth * 7 + given * 3) % 11).ToArray())];
        var text = new MarkdownText();

        ConfusionMarkdown.Write(text, new Confusion(labels, counts), ClassifierKind.Multiclass, level: 3);

        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(["### Commonest confusions", "", "| truth | decision | documents |", "| --- | --- | ---: |"], lines[..4]);
        int[] listed = [.. lines[4..].Select(line => int.Parse(line.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture))];
        int[] expected = [.. counts.SelectMany((row, truth) => row.Where((_, given) => truth != given)).OrderDescending().Take(ConfusionMarkdown.MaxListed)];
        Assert.Equal(expected, listed);
        Assert.Equal("| l00 | l07 | 10 |", lines[4]);
    }

    [Fact]
    public void Escape_MarkUp_IsText() => Assert.Equal(@"a\|b \*c\* \_d\_ \`e\` \<f\> \[g\] \\ \#", MarkdownText.Escape("a|b *c* _d_ `e` <f>\n[g]\t\\ #").Replace("\n", " ", StringComparison.Ordinal));

    /// <param name="report">What is shown.</param>
    /// <param name="width">Columns of the terminal; null when the result goes to a file.</param>
    /// <param name="verdict">What it comes to; nothing by default.</param>
    private static string Show(Report report, int? width, IReadOnlyList<VerdictSentence>? verdict = null)
    {
        var io = new FakeConsoleIo { Width = width ?? 200, IsOutputTerminal = width is not null, Variables = { ["NO_COLOR"] = "1" } };
        using var context = new CommandContext(io, isJson: false, isQuiet: false, default);
        ReportText.Write(context, SampleDetails.Bare(report) with { Verdict = verdict ?? [] });
        return io.OutputText;
    }
}
