using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TopicModel.Hosting.Tests;

/// <summary>A started host that serves the models of a folder, and what a test asks of it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;
    private TempFolder? _folder;

    private RunningHost(IHost host, RecordedLog log) => (_host, Log) = (host, log);

    /// <summary>The folder of models of a host that has its own.</summary>
    public TempFolder Folder => _folder ?? throw new InvalidOperationException("the folder of models is the test's");

    public RecordedLog Log { get; }

    public IServiceProvider Services => _host.Services;

    public IArticleAnalyzer Analyzer => Services.GetRequiredService<IArticleAnalyzer>();

    public TopicModelService Service => Services.GetRequiredService<TopicModelService>();

    /// <summary>Listens to this host's meters.</summary>
    public RecordedMetrics RecordMetrics() => new(Services.GetRequiredService<IMeterFactory>());

    /// <summary>Starts a host that serves a set of models from a folder of its own.</summary>
    public static async Task<RunningHost> ServeAsync(IEnumerable<string> set, Action<TopicModelOptions>? configure = null)
    {
        var folder = new TempFolder();
        ModelSets.Put(set, folder.Path);
        RunningHost host = await StartAsync(folder.Path, configure);
        host._folder = folder;
        return host;
    }

    /// <summary>Starts a host; <paramref name="configure"/> changes the options of the test: watch the folder and look at it hardly ever.</summary>
    public static async Task<RunningHost> StartAsync(string folder, Action<TopicModelOptions>? configure = null, Action<IServiceProvider>? beforeStart = null)
    {
        var log = new RecordedLog();
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = Path.GetTempPath() });
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddTopicModel(options =>
        {
            options.Folder = folder;
            options.QuietPeriod = TimeSpan.FromMilliseconds(100);
            options.PollInterval = TimeSpan.FromHours(1);
            configure?.Invoke(options);
        });
        builder.Services.AddHealthChecks().AddTopicModel();
        IHost host = builder.Build();
        try
        {
            beforeStart?.Invoke(host.Services);
            await host.StartAsync();
            return new RunningHost(host, log);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async Task<HealthReportEntry> HealthAsync() => (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["topicmodel"];

    /// <summary>Waits for what happens in the background.</summary>
    public async Task WaitUntilAsync(Func<TopicModelStatus, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition(Service.Status))
        {
            Assert.False(patience.IsCancellationRequested, $"it did not come to that: {Service.Status}\n{string.Join('\n', Log.Lines)}");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder?.Dispose();
    }
}
