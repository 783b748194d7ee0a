using Microsoft.Playwright;
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

        await using BrowserPage page = await OpenAsync(name == "full" ? SampleDetails.Full() : LargeDetails.Shared, view);

        await page.ScreenshotAsync($"report-{name}");
        await page.AssertSoundAsync();
        Assert.Equal([page.Page.Url], page.Requests);
        Assert.True(await page.Page.Locator("svg[role=img]").CountAsync() > 20);
    }

    [SkippableFact]
    public async Task Confusion_NumberClicked_ShowsTheArticlesBehindIt()
    {
        await using BrowserPage page = await OpenAsync(SampleDetails.Full(), BrowserView.Phone);
        ILocator worst = page.Page.Locator("#stance\\.confusion\\.1\\.2"), right = page.Page.Locator("#stance\\.confusion\\.1\\.1");
        Assert.Equal((true, false), (await worst.IsVisibleAsync(), await right.IsVisibleAsync()));

        await page.Page.Locator("a[href='#stance.confusion.1.1']").ClickAsync();

        Assert.Equal((false, true), (await worst.IsVisibleAsync(), await right.IsVisibleAsync()));
        Assert.True(await right.EvaluateAsync<bool>("e => e.getBoundingClientRect().top < innerHeight"), "the articles are out of sight");
    }

    /// <summary>The width of A4 between its margins.</summary>
    [SkippableTheory]
    [InlineData("full")]
    [InlineData("large")]
    public async Task Page_OnPaper_IsSoundAndHidesNothing(string name)
    {
        await using BrowserPage page = await OpenAsync(name == "full" ? SampleDetails.Full() : LargeDetails.Shared, new BrowserView("paper", 688, 970, false));
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await page.ScreenshotAsync($"report-{name}");
        await page.AssertSoundAsync();
        foreach (ILocator hidden in await page.Page.Locator("details li").AllAsync()) Assert.True(await hidden.IsVisibleAsync());
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).length"));
    }

    private async Task<BrowserPage> OpenAsync(ReportDetails details, BrowserView view)
    {
        using var folder = new TempFolder();
        return await chromium.OpenFileAsync(folder.Write("report.html", ReportHtml.Write(details)), view);
    }
}
