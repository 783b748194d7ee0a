using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TopicModel.Hosting.Tests;

[Collection(ModelSets.Collection)]
public class RegistrationTests(ModelSets sets)
{
    private static TopicModelOptions Options(Action<TopicModelOptions> configure) =>
        new ServiceCollection().AddTopicModel(configure).BuildServiceProvider().GetRequiredService<IOptions<TopicModelOptions>>().Value;

    private static IConfiguration Section(params (string Key, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create("TopicModel:" + entry.Key, (string?)entry.Value))).Build().GetSection("TopicModel");

    [Fact]
    public void AddTopicModel_RegistersOneServiceForBothTypes_HoweverOftenItIsCalled()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        IServiceCollection services = new ServiceCollection().AddLogging().AddTopicModel("elsewhere").AddTopicModel(folder.Path);
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Assert.Same(provider.GetRequiredService<IArticleAnalyzer>(), provider.GetRequiredService<TopicModelService>());
        Assert.Single(provider.GetServices<IHostedService>());
        Assert.Equal(folder.Path, provider.GetRequiredService<TopicModelService>().Status.Folder);
    }

    [Fact]
    public void AddTopicModel_WithASection_BindsEveryOption()
    {
        IConfiguration section = Section(("Folder", "m"), ("RequiredModels:0", "theme"), ("RequiredModels:1", "stance"), ("ReloadOnChange", "false"), ("QuietPeriod", "00:00:02"), ("PollInterval", "00:01:00"));
        TopicModelOptions options = new ServiceCollection().AddTopicModel(section).BuildServiceProvider().GetRequiredService<IOptions<TopicModelOptions>>().Value;
        Assert.Equal(("m", false, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)), (options.Folder, options.ReloadOnChange, options.QuietPeriod, options.PollInterval));
        Assert.Equal(["theme", "stance"], options.RequiredModels);
    }

    [Fact]
    public void AddTopicModel_WithAnUnknownKey_NamesIt()
    {
        using ServiceProvider provider = new ServiceCollection().AddTopicModel(Section(("Folder", "m"), ("Reload", "true"))).BuildServiceProvider();
        Assert.Contains("'Reload'", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IOptions<TopicModelOptions>>().Value).Message);
    }

    [Fact]
    public void Options_WithWhatCannotWork_SayWhatIsAllowed()
    {
        void Refuses(string expected, Action<TopicModelOptions> configure) => Assert.Equal(expected, Assert.Throws<OptionsValidationException>(() => Options(options => { options.Folder = "m"; configure(options); })).Message);
        Refuses("Property Folder: there is no folder of models; set it in code, AddTopicModel(\"models\"), or in the configuration, { \"TopicModel\": { \"Folder\": \"models\" } }", options => options.Folder = " ");
        Refuses("Property RequiredModels: a name of a model is empty; names such as \"theme\" were expected", options => options.RequiredModels = ["theme", ""]);
        Refuses("Property QuietPeriod: -00:00:01 is not from 00:00:00 to 00:01:00", options => options.QuietPeriod = TimeSpan.FromSeconds(-1));
        Refuses("Property PollInterval: 00:00:00 is not from 00:00:00.0100000 to 1.00:00:00", options => options.PollInterval = TimeSpan.Zero);
        Refuses("Property QuietPeriod: 00:02:00 is not from 00:00:00 to 00:01:00; Property PollInterval: 2.00:00:00 is not from 00:00:00.0100000 to 1.00:00:00",
            options => (options.QuietPeriod, options.PollInterval) = (TimeSpan.FromMinutes(2), TimeSpan.FromDays(2)));
        Assert.Equal((true, 0), (Options(options => options.Folder = "m").ReloadOnChange, Options(options => options.Folder = "m").RequiredModels.Count));
    }

    [Fact]
    public async Task Host_WithOptionsThatCannotWork_DoesNotStart() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => RunningHost.StartAsync("m", options => options.PollInterval = TimeSpan.Zero));

    [Fact]
    public async Task Host_WithoutModels_DoesNotStartAndSaysWhy()
    {
        using var folder = new TempFolder();
        string missing = folder["missing"];
        Assert.Equal($"{missing}: there is no such folder of models", (await Assert.ThrowsAsync<DirectoryNotFoundException>(() => RunningHost.StartAsync(missing))).Message);
        Assert.Equal($"{folder.Path}: there is no model (*.tmodel) in this folder", (await Assert.ThrowsAsync<FileNotFoundException>(() => RunningHost.StartAsync(folder.Path))).Message);
    }

    [Fact]
    public async Task Host_WithARelativeFolder_FindsItBelowTheContentRoot()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        await using RunningHost host = await RunningHost.StartAsync(Path.GetFileName(folder.Path));
        Assert.Equal(folder.Path, host.Service.Status.Folder);
        Assert.Equal($"Information 1: Models of {folder.Path} loaded: stance, task-list, theme", host.Log.Lines[0]);
    }
}
