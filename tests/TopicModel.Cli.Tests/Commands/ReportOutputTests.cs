using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using TopicModel.Cli.Tests.Reports.Html;

namespace TopicModel.Cli.Tests.Commands;

/// <summary>The files of a report as the console writes them.</summary>
[Collection(ModelsFixture.Collection)]
public class ReportOutputTests(ModelsFixture models, ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    /// <summary>Names of the metrics in report.json and on the page.</summary>
    private static readonly (string Json, string Page)[] Metrics = [("accuracy", "accuracy"), ("macroF1", "macro-F1"), ("logLoss", "log loss ↓"), ("ece", "calibration error ↓"), ("auc", "ROC AUC")];

    [Fact]
    public void Evaluate_Output_FiguresAgreeEverywhereToTheLastDigit()
    {
        string page = Evaluate("agreeing", "1790000000", out string console);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(models.Folder, "agreeing", "report.json")));
        string markdown = File.ReadAllText(Path.Combine(models.Folder, "agreeing", "report.md"));
        IDocument document = Rendered.Parse(page);

        foreach (string classifier in new[] { "tags", "tasks", "topic", "urgent" })
            foreach ((string name, string shown) in Metrics)
            {
                JsonElement test = json.RootElement.GetProperty("classifiers").GetProperty(classifier).GetProperty("test");
                string figure = test.GetProperty(name).GetDouble().ToString("0.000", CultureInfo.InvariantCulture);
                IElement row = document.GetElementById($"{classifier}.metrics")!.ParentElement!.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == shown);
                string interval = row.QuerySelector(".interval")!.TextContent;

                Assert.Equal(figure, row.QuerySelector("[data-name=test]")!.TextContent);
                Assert.Equal($"[{string.Join(", ", test.GetProperty("intervals").GetProperty(name).EnumerateArray().Select(end => end.GetDouble().ToString("0.000", CultureInfo.InvariantCulture)))}]", interval);
                Assert.Contains($"| {shown.TrimEnd(' ', '↓')} | {figure} | {interval} |", markdown, StringComparison.Ordinal);
                Assert.Matches($@"{classifier} \((?:.|\n)*?  {shown} +{figure}  {interval.Replace("[", @"\[", StringComparison.Ordinal)}", console);
            }
    }

    [Fact]
    public void Evaluate_SameDataAndTime_GivesTheSamePage()
    {
        string first = Evaluate("first", "1790000000", out _);

        Assert.Equal(first, Evaluate("second", "1790000000", out _));
        Assert.Contains("<time datetime=\"2026-09-21T14:13:20Z\">21 September 2026, 14:13 UTC</time>", first, StringComparison.Ordinal);
        Assert.NotEqual(first, Evaluate("third", "1790000060", out _));
    }

    [SkippableTheory]
    [InlineData("phone-dark")]
    [InlineData("desktop")]
    public async Task Evaluate_Output_PageIsSoundInABrowser(string viewName)
    {
        Evaluate("browsed", "1790000000", out _);

        await using BrowserPage page = await chromium.OpenFileAsync(Path.Combine(models.Folder, "browsed", "report.html"), BrowserView.All.Single(view => view.Name == viewName));

        await page.ScreenshotAsync("report-evaluated");
        await page.AssertSoundAsync();
    }

    private string Evaluate(string folder, string created, out string console)
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["evaluate", "--data", "articles.jsonl", "--output", folder, "--quiet"], environment: new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = created });
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        console = result.Output;
        return File.ReadAllText(Path.Combine(models.Folder, folder, "report.html"));
    }
}
