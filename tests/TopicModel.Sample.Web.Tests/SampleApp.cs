using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace TopicModel.Sample.Tests;

/// <summary>The app as a process of its own, with a copy of the shipped models that tests may replace.</summary>
public sealed class SampleApp : IAsyncLifetime, IDisposable
{
    public const string Collection = "sample app";

    private const string Listening = "Now listening on: ";

    private readonly TempFolder _folder = new();
    private Process? _process;

    /// <summary>"http://127.0.0.1:12345/".</summary>
    public string Address { get; private set; } = "";

    /// <summary>The folder of models that this app serves.</summary>
    public string Models => _folder.Path;

    public HttpClient Client { get; } = new();

    public Task InitializeAsync()
    {
        foreach (string file in Directory.GetFiles(Repository.PathOf("models"), "*.tmodel")) File.Copy(file, _folder[Path.GetFileName(file)]);
        return StartAsync("--TopicModel:Folder", Models, "--TopicModel:QuietPeriod", "00:00:00.1");
    }

    /// <summary>Starts the app with more settings than those that it ships with.</summary>
    public async Task StartAsync(params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "TopicModel.Sample.Web.dll"), "--urls", "http://127.0.0.1:0",
            "--contentRoot", Repository.PathOf("samples", "TopicModel.Sample.Web"), .. settings,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The address that a developer's machine or the test host may have set.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        _process = Process.Start(start)!;
        Address = await ReadAddressAsync(_process) + "/";
        Client.BaseAddress = new Uri(Address);
    }

    public async Task DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        _process?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Posts an article and reads the answer, whatever its status.</summary>
    public async Task<(int Status, JsonElement Answer)> PostAsync(string address, object article)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync(address, article);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    /// <summary>Posts a text as it is and reads the answer, whatever its status.</summary>
    public async Task<(int Status, JsonElement Answer)> PostTextAsync(string address, string text)
    {
        using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Client.PostAsync(address, content);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<string> ReadAddressAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            seen.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
            {
                // What it says later is read and forgotten, so that it never waits for a reader.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return line[(start + Listening.Length)..].Trim();
            }
        }
        throw new InvalidOperationException($"the app did not start: {string.Join('\n', seen)}{await process.StandardError.ReadToEndAsync(patience.Token)}");
    }
}

/// <summary>Tests that share the app.</summary>
[CollectionDefinition(SampleApp.Collection)]
public sealed class SampleAppGroup : ICollectionFixture<SampleApp>, ICollectionFixture<ChromiumFixture>;
