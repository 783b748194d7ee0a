using Microsoft.Extensions.DependencyInjection;

namespace TopicModel.Hosting.Tests.Diagnostics;

[Collection(ModelSets.Collection)]
public class MetricsTests(ModelSets sets)
{
    [Fact]
    public async Task Metrics_TellAnalysesLabelsReloadsAndSets()
    {
        await using RunningHost host = await RunningHost.ServeAsync(sets.First, options => options.ReloadOnChange = false);
        using RecordedMetrics metrics = host.RecordMetrics();
        ArticleAnalysis[] analyses = [.. ModelSets.Articles.Select(host.Analyzer.Analyze)];
        Assert.Throws<ArgumentException>(() => host.Analyzer.Analyze(new Article { Body = new string('x', Article.MaxTextLength + 1) }));
        using (host.Analyzer.Lease())
        {
            ModelSets.Put(sets.Second, host.Folder.Path);
            host.Service.Reload();
            Assert.Equal(2, metrics.Observe("topicmodel.model_set.count"));
        }
        Assert.Equal(1, metrics.Observe("topicmodel.model_set.count"));
        host.Folder.Write("theme.tmodel", "no model");
        host.Service.Reload();

        Assert.Equal(1, metrics.Observe("topicmodel.model_set.count"));
        Assert.Equal(new Dictionary<string, int> { [""] = analyses.Length, ["error.type=System.ArgumentException"] = 1 }, metrics.Counts("topicmodel.analysis.duration"));
        Assert.All(metrics.Sums("topicmodel.analysis.duration").Values, seconds => Assert.InRange(seconds, 1e-9, 60));
        Assert.Equal(new Dictionary<string, double> { [""] = 1, ["error.type=TopicModel.InvalidModelException"] = 1 }, metrics.Sums("topicmodel.reloads"));
        Assert.Equal(Expected(analyses), metrics.Sums("topicmodel.predictions"));
        Assert.Equal(("s", "{prediction}", "{reload}", "{model_set}"),
            (metrics.Units["topicmodel.analysis.duration"], metrics.Units["topicmodel.predictions"], metrics.Units["topicmodel.reloads"], metrics.Units["topicmodel.model_set.count"]));
    }

    [Fact]
    public void Metrics_WithoutAFactoryOfMeters_AreToldToo()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        using ServiceProvider services = new ServiceCollection().AddTopicModel(folder.Path).BuildServiceProvider();
        using var metrics = new RecordedMetrics(scope: null);
        services.GetRequiredService<IArticleAnalyzer>().Analyze(ModelSets.Articles[0]);
        Assert.Equal(1, metrics.Counts("topicmodel.analysis.duration")[""]);
    }

    private static Dictionary<string, double> Expected(IEnumerable<ArticleAnalysis> analyses)
    {
        var expected = new Dictionary<string, double>();
        void Add(string model, string label)
        {
            string tags = $"topicmodel.model.name={model}, topicmodel.label={label}";
            expected[tags] = expected.GetValueOrDefault(tags) + 1;
        }
        foreach (ArticleAnalysis analysis in analyses)
        {
            Add("stance", analysis.Stance!);
            Add("task-list", analysis.TaskList!.IsPositive ? "found" : "none");
            foreach (string theme in analysis.Themes.DefaultIfEmpty("none")) Add("theme", theme);
        }
        return expected;
    }
}
