using TopicModel.Cli.Reports.Html;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html;

/// <summary>The page in a real browser. Screenshots are kept in artifacts/screenshots.</summary>
public class ReportPageBrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [SkippableTheory]
    [InlineData("full", "phone")]
    [InlineData("full", "phone-dark")]
    [InlineData("full", "desktop")]
    [InlineData("full", "desktop-dark")]
    [InlineData("large", "phone")]
    [InlineData("large", "desktop-dark")]
    public async Task Page_InAnyWindow_IsSound(string name, string viewName)
    {
        BrowserView view = BrowserView.All.Single(view => view.Name == viewName);
        ReportDetails details = name == "full" ? SampleDetails.Full() : LargeDetails.Make();
        using var folder = new TempFolder();
        string file = folder.Write("report.html", ReportHtml.Write(details));

        await using BrowserPage page = await chromium.OpenFileAsync(file, view);

        await page.ScreenshotAsync($"report-{name}");
        await page.AssertSoundAsync();
        Assert.Equal([new Uri(file).AbsoluteUri], page.Requests);
        Assert.True(await page.Page.Locator("svg[role=img]").CountAsync() > 20);
    }
}
