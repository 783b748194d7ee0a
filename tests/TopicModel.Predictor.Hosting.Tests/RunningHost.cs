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

    private RunningHost(IHost host, RecordedLog log) => (_host, Log) = (host, log);

    public RecordedLog Log { get; }

    public IServiceProvider Services => _host.Services;

    public IArticleAnalyzer Analyzer => Services.GetRequiredService<IArticleAnalyzer>();

    public TopicModelService Service => Services.GetRequiredService<TopicModelService>();

    /// <summary>Listens to this host's meters.</summary>
    public RecordedMetrics RecordMetrics() => new(Services.GetRequiredService<IMeterFactory>());

    /// <summary>Starts a host; <paramref name="configure"/> changes the options of the test: watch the folder and look at it hardly ever.</summary>
    public static async Task<RunningHost> StartAsync(string folder, Action<TopicModelOptions>? configure = null)
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
    }
}
