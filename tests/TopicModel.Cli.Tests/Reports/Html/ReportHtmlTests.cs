using System.Text;
using System.Text.Json;
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

    [Theory]
    [InlineData(ComparisonOutcome.NotComparable, false, "It cannot be compared with the report before: it is of another kind now, or one of the two was not tested.")]
    [InlineData(ComparisonOutcome.NoClearDifference, true, "Every figure is the same as before.")]
    public void Comparison_WithoutFiguresOrDifferences_SaysWhich(ComparisonOutcome outcome, bool hasFigures, string sentence)
    {
        ReportDetails sample = SampleDetails.Full();
        ClassifierDetails stance = sample.Classifiers.Single(classifier => classifier.Comparison is not null);
        ClassifierComparison one = stance.Comparison!;
        ClassifierComparison changed = one with
        {
            Outcome = outcome,
            Metrics = hasFigures ? [.. one.Metrics.Select(metric => metric with { After = metric.Before, Difference = 0 })] : [],
            PassageMetrics = [],
            Labels = [],
        };

        IDocument page = Rendered.Parse(ReportHtml.Write(sample with { Classifiers = [stance with { Comparison = changed }] }));

        string[] said = [.. page.QuerySelectorAll("p").Select(paragraph => paragraph.Words())];
        Assert.Contains(sentence, said);
        Assert.Single(said, line => line.StartsWith("It cannot be compared", StringComparison.Ordinal) || line.StartsWith("Every figure is the same", StringComparison.Ordinal));
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
    public void LearningCurveSlicesAndLabelQuality_AreThoseOfTheJsonReport()
    {
        ReportDetails details = SampleDetails.Full();
        string markdown = ReportMarkdown.Write(details);
        IDocument page = Rendered.Parse(ReportHtml.Write(details));
        JsonElement stance = JsonDocument.Parse(ReportJson.Write(details.Report)).RootElement.GetProperty("classifiers").GetProperty("stance");
        string Number(JsonElement row, string name) => ReportFormat.Number(row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null);
        string Bounds(JsonElement row) => row.GetProperty("interval") is { ValueKind: JsonValueKind.Array } ends ? $"[{ReportFormat.Number(ends[0].GetDouble())}, {ReportFormat.Number(ends[1].GetDouble())}]" : "";
        string Count(JsonElement row, string name) => ReportFormat.Count(row.GetProperty(name).GetInt32());
        string[][] Rows(Part part) => [.. page.GetElementById(Outline.AnchorOf("stance", part))!.ParentElement!.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td:not(.chart)").Select(cell => cell.Words()).ToArray())];

        JsonElement curve = stance.GetProperty("learningCurve");
        Assert.Equal("macroF1", curve.GetProperty("metric").GetString());
        JsonElement[] points = [.. curve.GetProperty("points").EnumerateArray()];
        string[] Point(JsonElement point) => [ReportFormat.Percent(point.GetProperty("share").GetDouble()), Count(point, "documents"), Number(point, "score"), Bounds(point)];
        Assert.Equal(points.Select(point => Point(point).Select(cell => cell.Replace('\u00A0', ' '))), Rows(Part.Learning).Take(points.Length));
        Assert.All(points.Select(Point), row => Assert.Contains($"\n| {row[1]} | {row[0]} | {row[2]} | {row[3]} |\n", markdown, StringComparison.Ordinal));
        string doubled = Number(curve.GetProperty("trend").GetProperty("extrapolation")[8], "score");
        Assert.Equal(doubled, Rows(Part.Learning)[^1][2]);
        Assert.Contains($"gives {doubled} for twice as many documents and tends to {Number(curve.GetProperty("trend"), "limit")}.", markdown, StringComparison.Ordinal);

        JsonElement table = Assert.Single(stance.GetProperty("slices").EnumerateArray());
        JsonElement[] slices = [.. table.GetProperty("slices").EnumerateArray()];
        string Name(JsonElement slice) => slice.GetProperty("value").GetString() is { Length: > 0 } value ? value : "(none)";
        Assert.Equal(slices.Select(slice => (string[])[Name(slice), Count(slice, "documents"), $"{Number(slice, "score")}{Bounds(slice)}"]), Rows(Part.Slices).Select(row => row[..3]));
        Assert.All(slices, slice => Assert.Contains($"\n| {Name(slice)} | {Count(slice, "documents")} | {Number(slice, "score")} | {Bounds(slice)} | ", markdown, StringComparison.Ordinal));
        Assert.Contains($"All documents: accuracy {Number(table, "overall")}; training documents are judged", markdown, StringComparison.Ordinal);
        Assert.True(stance.GetProperty("slicesIncludeTraining").GetBoolean());

        JsonElement quality = stance.GetProperty("labelQuality");
        string sentence = $"{Count(quality, "suspects")} of {Count(quality, "documents")} documents have a suspect label; an estimated {ReportFormat.Percent(quality.GetProperty("estimatedErrorShare").GetDouble())} of the labels are wrong. {Count(quality, "checked")} more that models doubt was checked and stands.";
        Assert.Contains(sentence, markdown, StringComparison.Ordinal);
        Assert.StartsWith(sentence.Replace('\u00A0', ' '), page.GetElementById(Outline.AnchorOf("stance", Part.Quality))!.ParentElement!.QuerySelector("p")!.Words(), StringComparison.Ordinal);
        Assert.Equal(quality.GetProperty("suspects").GetInt32(), details.Classifiers[0].Suspects.Count);
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
