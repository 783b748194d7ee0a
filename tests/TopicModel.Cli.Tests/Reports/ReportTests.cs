using System.Text;
using TopicModel.Cli.Commands;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Tests.Commands;
using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Tests.Reports;

/// <summary>What people read of a report, compared with files that people have read.</summary>
public class ReportTests
{
    [Fact]
    public void Markdown_IsAsExpected() => AssertExpected("report.md", ReportMarkdown.Write(SampleReports.Full()));

    [Fact]
    public void Markdown_OfExistingModels_DoesNotSpeakOfTraining() => Assert.StartsWith(
        "# Report\n\nExisting models, tested on 300. Written by topicmodel 1.2.3.\n",
        ReportMarkdown.Write(SampleReports.Full() with { Data = new DataReport(new DataPart(0), new DataPart(300), "") }), StringComparison.Ordinal);

    [Fact]
    public void Table_IsAsExpected() => AssertExpected("report.txt", Show(SampleReports.Full()));

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

    private static string Show(Report report)
    {
        var io = new FakeConsoleIo { Width = 200 };
        using var context = new CommandContext(io, isJson: false, isQuiet: false, default);
        context.Write(ReportTable.Create(report));
        return io.OutputText;
    }

    /// <summary>On a difference, what came out is put beside the test assembly, for whoever finds it right to copy.</summary>
    private static void AssertExpected(string file, string actual)
    {
        string expected = Repository.PathOf("tests", "TopicModel.Cli.Tests", "Expectations", file), received = Path.Combine(AppContext.BaseDirectory, $"received-{file}");
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.True(File.Exists(expected), $"{expected} is missing; {received} is what came out");
        Assert.Equal(File.ReadAllText(expected), actual);
    }
}
