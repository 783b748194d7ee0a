using Microsoft.Playwright;

namespace TopicModel.Testing.Browser;

/// <summary>
/// One Chromium for the tests of a class or collection. Where there is none, tests that ask for a page are skipped with the reason: they
/// carry [SkippableFact] or [SkippableTheory], which report it as skipped. The browser is looked for in the variable
/// TOPICMODEL_CHROMIUM and at the places where systems install it; nothing is downloaded.
/// </summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string Variable = "TOPICMODEL_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Find() is not { } executable) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Arguments });
    }

    /// <summary>Opens a page in a window and a profile of its own and waits until it has loaded; skips the test where there is no Chromium.</summary>
    /// <param name="address">"file:///…" or "http://…"; see also <see cref="OpenFileAsync"/>.</param>
    /// <param name="view">The window.</param>
    internal async Task<BrowserPage> OpenAsync(string address, BrowserView view)
    {
        Skip.If(_browser is null, $"there is no Chromium: none of {string.Join(", ", Places)} exists and {Variable} is not set to one");
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = view.Height },
            ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var page = new BrowserPage(await context.NewPageAsync(), view);
        await page.Page.GotoAsync(address);
        return page;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="view">The window.</param>
    internal Task<BrowserPage> OpenFileAsync(string path, BrowserView view) => OpenAsync(new Uri(path).AbsoluteUri, view);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(given) ? Places.FirstOrDefault(File.Exists) : given;
    }
}
