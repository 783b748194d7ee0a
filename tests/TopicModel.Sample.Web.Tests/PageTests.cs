using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TopicModel.Sample.Tests;

[Collection(SampleApp.Collection)]
public class PageTests(SampleApp app, ChromiumFixture browser)
{
    private static readonly Dictionary<string, BrowserView> Views = new[] { BrowserView.Phone, BrowserView.PhoneDark, BrowserView.Desktop, BrowserView.DesktopDark }.ToDictionary(view => view.Name);

    public static TheoryData<string> ViewNames => new(Views.Keys);

    private async Task<BrowserPage> OpenAsync(string view = "desktop")
    {
        BrowserPage page = await browser.OpenAsync(app.Address, Views[view]);
        await Assertions.Expect(page.Page.Locator("#models")).ToContainTextAsync("stance, task-list, theme");
        return page;
    }

    /// <summary>Takes the first example to the models.</summary>
    private static async Task AnalyzeExampleAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Example article" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Title")).Not.ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the models say" })).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(ViewNames))]
    public async Task Page_InEveryWindow_IsSoundBeforeAndAfterTheExample(string view)
    {
        await using BrowserPage page = await OpenAsync(view);
        await page.AssertSoundAsync();
        await page.ScreenshotAsync("sample-form");
        await AnalyzeExampleAsync(page.Page);
        await page.AssertSoundAsync();
        await page.ScreenshotAsync("sample-result");
        Assert.All(page.Requests, request => Assert.StartsWith(app.Address, request));
    }

    [SkippableFact]
    public async Task Example_ShowsThemesStanceTasksAndTheirEvidence()
    {
        await using BrowserPage page = await OpenAsync();
        await AnalyzeExampleAsync(page.Page);
        Assert.Equal(["Theme", "Stance", "Task list"], await page.Page.Locator(".card h2").AllTextContentsAsync());
        Assert.Equal("Party diplomacy", await page.Page.Locator(".card .chip").First.TextContentAsync());
        Assert.Equal("true", await page.Page.GetByRole(AriaRole.Button, new() { Name = "Party diplomacy" }).GetAttributeAsync("aria-pressed"));
        Assert.Contains(await page.Page.Locator("#reader mark.for").AllTextContentsAsync(), text => text.Contains("đảng", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(await page.Page.Locator("#reader .task").AllTextContentsAsync(), text => text.StartsWith("Một là, các huyện ủy biên giới phải rà soát", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Reader_ShowsTheWholeArticleUnchanged()
    {
        await using BrowserPage page = await OpenAsync();
        await AnalyzeExampleAsync(page.Page);
        foreach (string field in new[] { "title", "lead", "body" })
        {
            string pasted = await page.Page.Locator($"[name={field}]").InputValueAsync();
            Assert.Equal(pasted.Split('\n'), await page.Page.Locator($"#reader [data-field={field}] .line").AllTextContentsAsync());
        }
    }

    [SkippableFact]
    public async Task Label_WhenPressed_ShowsItsEvidenceAndWhenPressedAgainNone()
    {
        await using BrowserPage page = await OpenAsync();
        await AnalyzeExampleAsync(page.Page);
        ILocator favor = page.Page.GetByRole(AriaRole.Button, new() { Name = "Favor" }), marks = page.Page.Locator("#reader mark");
        IReadOnlyList<string> ofTheme = await marks.AllTextContentsAsync();
        await favor.ClickAsync();
        await Assertions.Expect(page.Page.Locator("#legend")).ToContainTextAsync("Stance: Favor");
        Assert.NotEqual(ofTheme, await marks.AllTextContentsAsync());
        Assert.Equal(1, await page.Page.Locator("[aria-pressed=true]").CountAsync());
        await favor.ClickAsync();
        await Assertions.Expect(marks).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("#legend")).ToContainTextAsync("Choose a label");
        await page.AssertSoundAsync();
    }

    [SkippableFact]
    public async Task Task_WhenChosen_IsScrolledTo()
    {
        await using BrowserPage page = await OpenAsync("phone");
        await AnalyzeExampleAsync(page.Page);
        await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Ba là") }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#reader .task:target")).ToBeInViewportAsync();
        await Assertions.Expect(page.Page.Locator("#reader .task:target")).ToContainTextAsync("Ba là, đổi mới nội dung");
    }

    [SkippableFact]
    public async Task Analyze_WithoutText_AsksForSomeAndTakesTheKeyboard()
    {
        await using BrowserPage page = await OpenAsync("phone");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("There is no text yet: paste an article, or take the example.");
        await page.AssertSoundAsync();
        await page.Page.GetByLabel("Body").FillAsync("Xuất khẩu gạo sang châu Âu tăng mạnh nhờ hiệp định thương mại tự do.");
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Page.Locator(".chip").First).ToHaveTextAsync("Economic integration");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Edit article" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByLabel("Body")).ToBeFocusedAsync();
        Assert.False(await page.Page.GetByRole(AriaRole.Alert).IsVisibleAsync());
    }

    [SkippableFact]
    public async Task Analyze_OfTextThatLooksLikeHtml_ShowsItAsText()
    {
        const string title = "<script>alert(1)</script><img src=x onerror=\"alert(2)\"> &amp; \u202Eđảng\u202C 🤝 \uD83E";
        await using BrowserPage page = await OpenAsync();
        page.Page.Dialog += (_, _) => Assert.Fail("the page ran what was pasted");
        await page.Page.GetByLabel("Title").FillAsync(title);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#reader .title")).ToContainTextAsync("<script>alert(1)</script>");
        Assert.Equal(0, await page.Page.Locator("#reader img, #reader script").CountAsync());
        await page.AssertSoundAsync();
    }

    [SkippableFact]
    public async Task Analyze_WhenTheAppIsAway_SaysSo()
    {
        await using BrowserPage page = await OpenAsync();
        await page.Page.RouteAsync("**/api/explain", route => route.AbortAsync());
        await page.Page.GetByLabel("Title").FillAsync("Hội nghị");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The app cannot be reached. Is it still running?");
        await page.Page.UnrouteAllAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#reader .title")).ToHaveTextAsync("Hội nghị");
    }

    [SkippableFact]
    public async Task Analyze_OfAVeryLongWordAndALongArticle_StaysInTheWindow()
    {
        await using BrowserPage page = await OpenAsync("phone");
        await page.Page.GetByLabel("Title").FillAsync(new string('w', 500));
        await page.Page.GetByLabel("Body").FillAsync(string.Concat(Enumerable.Repeat("Hai là, cần tăng cường hợp tác đối ngoại đảng.\n", 300)));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#reader .line")).ToHaveCountAsync(301);
        await page.AssertSoundAsync();
    }

    /// <summary>Models trained on another corpus: labels of any number and one text without a title.</summary>
    [SkippableFact]
    public async Task Page_WithModelsOfOtherFieldsAndKinds_AsksForWhatTheyRead()
    {
        string[] labels = [.. Enumerable.Range(1, 20).Select(i => $"a-rather-long-name-of-label-{i}")];
        await using BrowserPage page = await OpenAsync("phone");
        await page.Page.RouteAsync("**/api/models", route => route.FulfillAsync(new() { Json = new { models = new[] { "topic", "urgent" }, fields = new[] { "text" }, generation = 1, loadedAt = DateTimeOffset.UnixEpoch, refusal = (string?)null } }));
        object Evidence(string label, double probability) => new { label, probability, terms = Array.Empty<object>(), spans = new[] { new { field = "text", start = 0, length = 4, contribution = -0.5 } } };
        await page.Page.RouteAsync("**/api/explain", route => route.FulfillAsync(new()
        {
            Json = new
            {
                topic = new { label = labels[0], probability = 0.9, evidence = labels.Select((label, i) => Evidence(label, i == 0 ? 0.9 : 0.005)) },
                urgent = new { isPositive = false, probability = 0.3, evidence = new[] { Evidence("yes", 0.3) } },
            },
        }));
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.GetByLabel("Text")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Text").FillAsync("Giấy mời họp.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyze" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".chip")).ToHaveTextAsync(["A rather long name of label 1", "No"]);
        await page.Page.GetByText("15 more labels").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "A rather long name of label 20" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("#reader mark.against.strong")).ToHaveTextAsync("Giấy");
        await page.AssertSoundAsync();
        await page.ScreenshotAsync("sample-other-models");
    }

    [SkippableFact]
    public async Task Models_WhenReplacedWhileThePageIsOpen_ServeTheNextArticle()
    {
        await using BrowserPage page = await OpenAsync();
        File.SetLastWriteTimeUtc(Path.Combine(app.Models, "theme.tmodel"), DateTime.UtcNow);
        await Assertions.Expect(page.Page.Locator("#models")).ToContainTextAsync("loaded");
        for (int i = 0; i < 100 && !(await app.Client.GetStringAsync("api/models")).Contains("\"generation\":2", StringComparison.Ordinal); i++) await Task.Delay(100);
        await AnalyzeExampleAsync(page.Page);
        await Assertions.Expect(page.Page.Locator("#models")).ToContainTextAsync("replaced");
        await page.AssertSoundAsync();
    }
}
