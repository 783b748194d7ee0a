using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TopicModel.Hosting.Tests.Diagnostics;

[Collection(ModelSets.Collection)]
public class HealthCheckTests(ModelSets sets)
{
    [Fact]
    public async Task Health_IsDegradedWhileABadFileLiesThere()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => options.ReloadOnChange = false);
        HealthReportEntry healthy = await host.HealthAsync();
        Assert.Equal((HealthStatus.Healthy, "generation 1 serves: stance, task-list, theme"), (healthy.Status, healthy.Description));
        Assert.Equal((host.Folder.Path, 1), (healthy.Data["folder"], healthy.Data["generation"]));
        Assert.Equal(["stance", "task-list", "theme"], (IEnumerable<string>)healthy.Data["models"]);

        host.Folder.Write("stance.tmodel", "no model");
        string reason = host.Service.Reload().Refusal!.Reason;
        HealthReportEntry degraded = await host.HealthAsync();
        Assert.Equal((HealthStatus.Degraded, $"generation 1 serves: stance, task-list, theme; its replacement was refused: {reason}"), (degraded.Status, degraded.Description));
        Assert.Equal(host.Service.Status.Refusal!.At, degraded.Data["refusedAt"]);

        ModelSets.Put(sets.Second, host.Folder.Path);
        host.Service.Reload();
        Assert.Equal("generation 2 serves: stance, task-list, theme", (await host.HealthAsync()).Description);
    }

    [Fact]
    public async Task Health_WithoutModels_IsTheFailureStatusWithTheReason()
    {
        using var folder = new TempFolder();
        IServiceCollection services = new ServiceCollection().AddLogging().AddTopicModel(folder["missing"]);
        services.AddHealthChecks().AddTopicModel().AddTopicModel("second", HealthStatus.Degraded, ["ready"]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal((HealthStatus.Unhealthy, $"{folder["missing"]}: there is no such folder of models"), (report.Entries["topicmodel"].Status, report.Entries["topicmodel"].Description));
        Assert.Equal((HealthStatus.Degraded, "ready"), (report.Entries["second"].Status, report.Entries["second"].Tags.Single()));
    }

    [Fact]
    public async Task Health_AfterShutdown_IsUnhealthy()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First);
        host.Service.Dispose();
        Assert.Equal(HealthStatus.Unhealthy, (await host.HealthAsync()).Status);
    }
}
