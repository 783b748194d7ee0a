using Microsoft.Extensions.DependencyInjection;

namespace TopicModel.Hosting.Tests.Reload;

[Collection(ModelSets.Collection)]
public class ModelWatcherTests(ModelSets sets)
{
    [Fact]
    public async Task Watcher_WhenAllFilesAreReplaced_LoadsThemTogetherOnce()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First);
        ModelSets.Put(sets.Second, host.Folder.Path);
        await host.WaitUntilAsync(status => status.Generation == 2);
        Assert.Equal(ModelSets.Expected(sets.Second), ModelSets.Articles.Select(article => ModelSets.Text(host.Analyzer.Analyze(article))));
        // A second reload would have been due by now.
        await Task.Delay(500);
        Assert.Equal(2, host.Service.Status.Generation);
    }

    [Fact]
    public async Task Watcher_WhenFilesAreReplacedBeforeItWatches_FindsOutAtItsFirstLook()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        await using RunningHost host = await RunningHost.StartAsync(folder.Path, beforeStart: services =>
        {
            Assert.Equal(1, services.GetRequiredService<TopicModelService>().Status.Generation);
            ModelSets.Put(sets.Second, folder.Path);
        });
        await host.WaitUntilAsync(status => status.Generation == 2);
    }

    [Fact]
    public async Task Watcher_WhenTheConsoleTrainsAgain_ServesTheNewModels()
    {
        using var folder = new TempFolder();
        ModelSets.WriteTrainingData(folder, "project", "a");
        ModelSets.RunTraining(folder["project"]);
        await using RunningHost host = await RunningHost.StartAsync(folder["project/models"]);
        ModelSets.WriteTrainingData(folder, "project", "new");
        ModelSets.RunTraining(folder["project"]);
        await host.WaitUntilAsync(status => status.Generation == 2);
        Assert.All(ModelSets.Articles, article => Assert.StartsWith("new-", host.Analyzer.Analyze(article).Stance!));
    }

    [Fact]
    public async Task Watcher_WhenABadFileComes_RefusesItOnceAndTakesTheNextGoodOne()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => options.PollInterval = TimeSpan.FromMilliseconds(50));
        host.Folder.Write("theme.tmodel", "no model");
        await host.WaitUntilAsync(status => status.Refusal is not null);
        Assert.Equal(ModelSets.Expected(sets.First)[0], ModelSets.Text(host.Analyzer.Analyze(ModelSets.Articles[0])));
        await Task.Delay(500);
        Assert.Single(host.Log.Lines, line => line.StartsWith($"Error 3: Replaced models refused, generation 1 goes on serving: {host.Folder["theme.tmodel"]}: ", StringComparison.Ordinal));
        ModelSets.Put(sets.Second, host.Folder.Path);
        await host.WaitUntilAsync(status => status is { Generation: 2, Refusal: null });
    }

    /// <summary>As containers do it: the folder is a link that is moved to another folder, of which no watcher is told.</summary>
    [Fact]
    public async Task Watcher_WhenTheFolderIsALinkThatMoves_FindsOutByLooking()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder["one"]);
        ModelSets.Put(sets.Second, folder["two"]);
        Directory.CreateSymbolicLink(folder["current"], folder["one"]);
        await using RunningHost host = await RunningHost.StartAsync(folder["current"], options => options.PollInterval = TimeSpan.FromMilliseconds(50));
        Directory.Delete(folder["current"]);
        Directory.CreateSymbolicLink(folder["current"], folder["two"]);
        await host.WaitUntilAsync(status => status.Generation == 2);
        Assert.Equal(ModelSets.Expected(sets.Second)[0], ModelSets.Text(host.Analyzer.Analyze(ModelSets.Articles[0])));
    }

    [Fact]
    public async Task Watcher_WhenTheFolderIsAwayForAWhile_WatchesItAgain()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder["models"]);
        await using RunningHost host = await RunningHost.StartAsync(folder["models"], options => options.PollInterval = TimeSpan.FromMilliseconds(50));
        Directory.Move(folder["models"], folder["away"]);
        await host.WaitUntilAsync(status => status.Refusal is not null);
        Assert.Contains(host.Log.Lines, line => line.StartsWith($"Warning 5: {folder["models"]} cannot be watched; changes are found by looking every 00:00:00.0500000: ", StringComparison.Ordinal));
        ModelSets.Put(sets.Second, folder["away"]);
        Directory.Move(folder["away"], folder["models"]);
        await host.WaitUntilAsync(status => status is { Generation: 2, Refusal: null });
    }

    [Fact]
    public async Task Watcher_WhenReloadOnChangeIsOff_LeavesTheModelsAlone()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => (options.ReloadOnChange, options.PollInterval) = (false, TimeSpan.FromMilliseconds(10)));
        ModelSets.Put(sets.Second, host.Folder.Path);
        await Task.Delay(500);
        Assert.Equal(1, host.Service.Status.Generation);
        Assert.Equal(2, host.Service.Reload().Generation);
    }
}
