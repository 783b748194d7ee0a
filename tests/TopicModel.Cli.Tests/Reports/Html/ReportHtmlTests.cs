using System.Text;
using AngleSharp.Dom;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Reports.Html;
using TopicModel.Cli.Reports.Html.Sections;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html;

/// <summary>The page as text and as a document, without a browser.</summary>
public class ReportHtmlTests
{
    /// <summary>The style sheet is a file of its own in the source and left out here.</summary>
    [Fact]
    public void Write_IsAsExpected() => Expectations.AssertEqual("report.html", ReportHtml.Write(SampleDetails.Full()).Replace(ReportPage.Style, "report.css", StringComparison.Ordinal));

    [Fact]
    public void Write_SameDetails_SameText() => Assert.Equal(ReportHtml.Write(LargeDetails.Shared), ReportHtml.Write(LargeDetails.Make()));

    [Fact]
    public void Write_TwentyClasses_IsSmallerThanThreeMegabytes() => Assert.InRange(Encoding.UTF8.GetByteCount(ReportHtml.Write(LargeDetails.Shared)), 100_000, 3_000_000);

    [Fact]
    public void Page_NeedsNothingElseAndRunsNothing()
    {
        IDocument page = Rendered.Parse(ReportHtml.Write(SampleDetails.Full()));

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, [src]"));
        Assert.All(page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.At("href"), StringComparison.Ordinal));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", page.QuerySelector("meta[http-equiv]")!.At("content"));
        Assert.DoesNotContain("url(", ReportPage.Style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", ReportPage.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_TextsThatMeanHarm_AreText()
    {
        string html = ReportHtml.Write(SampleDetails.Full());

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>đồng", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>thuế", html, StringComparison.Ordinal);
        Assert.Contains(SampleDetails.Script, Rendered.Parse(html).QuerySelectorAll("h4").Select(heading => heading.TextContent));
        Assert.Contains(SampleDetails.RightToLeft, Rendered.Parse(html).QuerySelectorAll(".title[dir=auto]").Select(title => title.TextContent));
    }

    [Fact]
    public void Page_WordsThatCausedAMistake_AreMarkedInTheText()
    {
        string html = ReportHtml.Write(SampleDetails.Full());

        Assert.Equal("<span class=\"field\">body</span> … Hai bên <mark class=\"push2\" title=\"+0.750\">hợp tác</mark> nhưng <mark class=\"pull1\" title=\"-0.300\">phản đối</mark> <mark title=\"+0.050\">&lt;i&gt;</mark>thuế&lt;/i&gt;.",
            Rendered.Parse(html).QuerySelector(".excerpt")!.InnerHtml);
        // Letters of every script stand as they are.
        Assert.Contains("hợp tác</mark> nhưng", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_EveryContentsEntry_HasItsHeading()
    {
        IDocument page = Rendered.Parse(ReportHtml.Write(SampleDetails.Full()));

        string[] entries = [.. page.QuerySelectorAll(".contents a").Select(link => $"{link.At("href")} {link.TextContent}")];
        Assert.Equal(entries.Order(StringComparer.Ordinal), page.QuerySelectorAll("h2[id], h3[id]").Select(heading => $"#{heading.Id} {heading.TextContent}").Order(StringComparer.Ordinal));
        Assert.Contains("#stance.labels Labels", entries);
        Assert.DoesNotContain(entries, entry => entry.StartsWith("#untested.", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_AreThoseOfTheMarkdownReport()
    {
        ReportDetails details = SampleDetails.Full();
        string markdown = ReportMarkdown.Write(details);
        IDocument page = Rendered.Parse(ReportHtml.Write(details));

        foreach ((string name, ClassifierReport classifier) in details.Report.Classifiers.Where(pair => pair.Value.Test is not null))
            foreach (Metric metric in Enum.GetValues<Metric>().Where(metric => classifier.Test!.Value(metric) is not null))
            {
                IElement row = page.GetElementById(Outline.AnchorOf(name, Part.Metrics))!.ParentElement!.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.TrimEnd('↓', ' ') == ReportFormat.NameOf(metric));
                string[] cells = [.. row.QuerySelectorAll("td:not(.chart)").Select(cell => cell.Words())];
                Assert.Contains($"| {ReportFormat.NameOf(metric)} | {string.Join(" | ", cells)} |\n", markdown, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Page_NothingButNames_IsStillAPage()
    {
        var report = new Report { ToolVersion = "1", Data = new DataReport(new DataPart(0), new DataPart(0), ""), Classifiers = new Dictionary<string, ClassifierReport>() };
        IDocument page = Rendered.Parse(ReportHtml.Write(new ReportDetails { Report = report, Created = default, Verdict = [], Classifiers = [] }));

        Assert.Equal("Accuracy report", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["At a glance", "How to read this"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
    }
}
