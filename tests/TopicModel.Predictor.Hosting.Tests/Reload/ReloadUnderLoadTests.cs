using Xunit.Abstractions;

namespace TopicModel.Hosting.Tests.Reload;

/// <summary>Models are replaced while many threads analyze. RELOAD_SWAPS sets how often; the default keeps the suite quick.</summary>
[Collection(ModelSets.Collection)]
public class ReloadUnderLoadTests(ModelSets sets, ITestOutputHelper output)
{
    private const int Threads = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static int Swaps => int.TryParse(Environment.GetEnvironmentVariable("RELOAD_SWAPS"), out int swaps) ? swaps : 100;

    [Fact]
    public async Task Analyze_WhileModelsAreReplaced_NeitherFailsNorMixesSetsNorKeepsThem()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => options.ReloadOnChange = false);
        TopicModelService service = host.Service;
        var load = new AnalyzerLoad(service, [.. ModelSets.Expected(sets.First).Zip(ModelSets.Expected(sets.Second))], Threads);

        long early = 0, late = 0;
        for (int swap = 1; swap <= Swaps; swap++)
        {
            ModelSets.Put(swap % 2 == 0 ? sets.First : sets.Second, host.Folder.Path);
            Assert.Null(service.Reload().Refusal);
            if (swap == Swaps / 4) early = GC.GetTotalMemory(forceFullCollection: true);
        }
        late = GC.GetTotalMemory(forceFullCollection: true);
        load.Stop();

        output.WriteLine($"{Swaps} swaps, {Threads} threads, {load.Analyses} analyses; heap {early} bytes after {Swaps / 4} swaps, {late} after all; process {Environment.WorkingSet} bytes");
        Assert.Empty(load.Failures);
        Assert.Equal(Swaps + 1, service.Status.Generation);
        Assert.True(load.SetsSeen == 2, "the threads did not see both sets");
        using RecordedMetrics metrics = host.RecordMetrics();
        Assert.Equal(1, metrics.Observe("topicmodel.model_set.count"));
        // One set of these models is about 100 kB; the threads' own results and buffers come and go.
        Assert.True(late - early < 4_000_000, $"the heap grew from {early} to {late} bytes");
    }

    [Fact]
    public async Task Dispose_WhileThreadsAnalyze_EndsTheirCallsOrRefusesThem()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => options.ReloadOnChange = false);
        var load = new AnalyzerLoad(host.Service, [.. ModelSets.Expected(sets.First).Zip(ModelSets.Expected(sets.Second))], Threads);
        Assert.True(SpinWait.SpinUntil(() => load.Analyses > 1000, Patience));
        host.Service.Dispose();
        Assert.True(SpinWait.SpinUntil(() => load.Failures.Count >= Threads, Patience), "calls went on after the service was disposed");
        load.Stop();
        Assert.All(load.Failures, failure => Assert.StartsWith("System.ObjectDisposedException", failure));
        using RecordedMetrics metrics = host.RecordMetrics();
        Assert.Equal(0, metrics.Observe("topicmodel.model_set.count"));
    }
}
