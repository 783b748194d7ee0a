using Microsoft.Playwright;

namespace TopicModel.Testing.Browser;

/// <summary>An open page, with everything that it said on the console and asked the network for since it was opened.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly List<string> _requests = [];

    internal BrowserPage(IPage page, BrowserView view)
    {
        (Page, View) = (page, view);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _errors.Add($"{message.Type}: {message.Text}"); };
        page.PageError += (_, error) => _errors.Add(error);
        page.RequestFailed += (_, request) => _errors.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    /// <summary>The page as Playwright has it.</summary>
    public IPage Page { get; }

    /// <summary>The window.</summary>
    public BrowserView View { get; }

    /// <summary>Errors and warnings of the console, errors of scripts, requests that failed.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Addresses of everything that was loaded, the page first.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>What is wrong with the page as it is now; empty when it is sound: see <see cref="PageAudit"/>.</summary>
    public async Task<IReadOnlyList<string>> FindProblemsAsync() => [.. Errors.Select(error => $"console: {error}"), .. await Page.EvaluateAsync<string[]>(PageAudit.Script)];

    /// <summary>Fails with a list of everything that is wrong with the page, unless it is sound.</summary>
    public async Task AssertSoundAsync()
    {
        IReadOnlyList<string> problems = await FindProblemsAsync();
        Assert.True(problems.Count == 0, $"{View.Name}: {problems.Count} problems\n{string.Join('\n', problems.Take(20))}");
    }

    /// <summary>Keeps a picture of the whole page below artifacts/screenshots, for people to look at.</summary>
    /// <param name="name">Of the file, without the window's name and the extension.</param>
    public Task<byte[]> ScreenshotAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Repository.PathOf("artifacts", "screenshots", $"{name}-{View.Name}.png"),
        FullPage = true,
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
