namespace TopicModel.Cli.Tests.Browser;

/// <summary>The judge of pages is judged on pages that have one fault each.</summary>
public class PageAuditTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Sound = """
        <h1>Sound</h1><p id="a">text</p><a href="#a">link</a><div style="overflow-x: auto"><div style="width: 3000px">wide but in its own box</div></div>
        <svg role="img" width="100" height="50"><title>chart</title><rect width="100" height="50" fill="#000"/><text x="10" y="20" fill="#fff">one</text><text x="10" y="40" fill="#fff">two</text></svg>
        """;

    [SkippableFact]
    public async Task FindProblems_SoundPage_FindsNone() => Assert.Empty(await ProblemsOf(Sound));

    [SkippableTheory]
    [InlineData("<div style=\"width: 3000px\">wide</div>", "overflow: the page is 30")]
    [InlineData("<div style=\"width: 3em; overflow: hidden; white-space: nowrap\">much more than fits in</div>", "cut off: div 'much more than fits in'")]
    [InlineData("<a href=\"#b\">lost</a>", "link: 'lost' leads to '#b', which is not there")]
    [InlineData("<p id=\"a\">again</p>", "id: 'a' occurs 2 times")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"50\"><rect width=\"9\" height=\"9\"/></svg>", "chart: svg has no title")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"50\"><title>nothing</title></svg>", "chart: 'nothing' is empty")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"5\"><title>flat</title><rect width=\"9\" height=\"5\"/></svg>", "chart: 'flat' is 100 by 5")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"50\"><title>t</title><text x=\"90\" y=\"20\">outside</text></svg>", "chart: 'outside' sticks out of 't'")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"50\"><title>t</title><text x=\"0\" y=\"20\">one</text><text x=\"9\" y=\"22\">two</text></svg>", "chart: 'one' and 'two' collide in 't'")]
    [InlineData("<svg role=\"img\" width=\"100\" height=\"50\"><title>t</title><rect width=\"100\" height=\"50\" fill=\"#333\"/><text x=\"9\" y=\"22\">dim</text></svg>", "contrast: 1.6")]
    [InlineData("<p style=\"color: #aaa\">pale</p>", "contrast: 2.32 for 'pale' (p), at least 4.5 was expected")]
    [InlineData("<p style=\"color: rgb(0 0 0 / .3)\">thin</p>", "contrast: 2.")]
    [InlineData("<h3>deep</h3>", "heading: 'deep' is of level 3 after level 1")]
    [InlineData("<script>console.error('no')</script>", "console: error: no")]
    [InlineData("<img src=\"missing.png\" alt=\"\">", "console: ")]
    public async Task FindProblems_OneFault_FindsIt(string fault, string expected) =>
        Assert.Contains(await ProblemsOf(Sound + fault), problem => problem.StartsWith(expected, StringComparison.Ordinal));

    [SkippableFact]
    public async Task Open_DarkView_IsDark()
    {
        using var folder = new TempFolder();
        string file = folder.Write("page.html", "<!DOCTYPE html><title>t</title><p>x</p>");
        await using BrowserPage light = await chromium.OpenFileAsync(file, BrowserView.Phone), dark = await chromium.OpenFileAsync(file, BrowserView.PhoneDark);

        const string isDark = "() => matchMedia('(prefers-color-scheme: dark)').matches";
        Assert.Equal((false, true), (await light.Page.EvaluateAsync<bool>(isDark), await dark.Page.EvaluateAsync<bool>(isDark)));
        Assert.Equal(360, await dark.Page.EvaluateAsync<int>("() => innerWidth"));
        Assert.Equal([new Uri(file).AbsoluteUri], light.Requests);
    }

    private async Task<IReadOnlyList<string>> ProblemsOf(string body)
    {
        using var folder = new TempFolder();
        string file = folder.Write("page.html", $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>t</title><body>{body}</body></html>");
        await using BrowserPage page = await chromium.OpenFileAsync(file, BrowserView.Desktop);
        return await page.FindProblemsAsync();
    }
}
