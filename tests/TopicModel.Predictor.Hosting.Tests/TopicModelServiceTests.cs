using Microsoft.Extensions.DependencyInjection;

namespace TopicModel.Hosting.Tests;

[Collection(ModelSets.Collection)]
public class TopicModelServiceTests(ModelSets sets)
{
    private static TopicModelService Serve(string folder, Action<TopicModelOptions>? configure = null) =>
        new ServiceCollection().AddTopicModel(options => { options.Folder = folder; configure?.Invoke(options); }).BuildServiceProvider().GetRequiredService<TopicModelService>();

    [Fact]
    public void Analyze_SaysWhatTheModelsSay()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        using TopicModelService service = Serve(folder.Path);
        Assert.Equal(ModelSets.Expected(sets.First), ModelSets.Articles.Select(article => ModelSets.Text(service.Analyze(article))));
        Assert.Throws<ArgumentNullException>(() => service.Analyze(null!));
        Assert.Throws<ArgumentException>(() => service.Analyze(new Article { Body = new string('x', Article.MaxTextLength + 1) }));
    }

    [Fact]
    public void Reload_OfReplacedFiles_ServesThem()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        using TopicModelService service = Serve(folder.Path);
        Assert.Equal((1, null), (service.Status.Generation, service.Status.Refusal));
        ModelSets.Put(sets.Second, folder.Path);
        TopicModelStatus status = service.Reload();
        Assert.Equal((2, null, folder.Path), (status.Generation, status.Refusal, status.Folder));
        Assert.Equal(["stance", "task-list", "theme"], status.Models);
        Assert.Equal(ModelSets.Expected(sets.Second), ModelSets.Articles.Select(article => ModelSets.Text(service.Analyze(article))));
    }

    [Fact]
    public void Lease_OutlivesAReload_AndEndsOnce()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        using TopicModelService service = Serve(folder.Path);
        using AnalyzerLease lease = service.Lease();
        ModelSets.Put(sets.Second, folder.Path);
        service.Reload();
        Assert.Equal(ModelSets.Expected(sets.First)[0], ModelSets.Text(lease.Analyzer.Analyze(ModelSets.Articles[0])));
        using AnalyzerLease next = service.Lease();
        Assert.Equal((1, 2), (lease.Generation, next.Generation));
        lease.Dispose();
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lease.Analyzer);
        Assert.Equal(ModelSets.Expected(sets.Second)[0], ModelSets.Text(next.Analyzer.Analyze(ModelSets.Articles[0])));
    }

    [Fact]
    public void Lease_MadeByHand_LeavesItsModelsAlone()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Repository.PathOf("models"));
        var lease = new AnalyzerLease(analyzer, generation: 7);
        Assert.Equal((analyzer, 7), (lease.Analyzer, lease.Generation));
        lease.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lease.Analyzer);
        Assert.NotEmpty(analyzer.Analyze(ModelSets.Articles[0]).Predictions);
        Assert.Throws<ArgumentNullException>(() => new AnalyzerLease((ArticleAnalyzer)null!));
    }

    [Fact]
    public void Dispose_LetsLeasesEnd_AndServesNoMore()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        TopicModelService service = Serve(folder.Path);
        using AnalyzerLease lease = service.Lease();
        service.Dispose();
        service.Dispose();
        Assert.NotEmpty(lease.Analyzer.Analyze(ModelSets.Articles[0]).Predictions);
        Assert.Throws<ObjectDisposedException>(() => service.Analyze(ModelSets.Articles[0]));
        Assert.Throws<ObjectDisposedException>(service.Lease);
        Assert.Throws<ObjectDisposedException>(service.Reload);
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "truncated", "stance.tmodel: " },
        { "no model", "stance.tmodel: " },
        { "empty", "stance.tmodel: " },
        { "gone", "the model 'stance', which serves, is no longer among the models found: task-list, theme; restart the app if it is to go" },
        { "twice", "twin.tmodel: another file of the folder is a model named 'theme' too" },
        { "folder gone", "there is no such folder of models" },
        { "all gone", "there is no model (*.tmodel) in this folder" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void Reload_OfWhatCannotServe_IsRefusedAndTheOldModelsServe(string damage, string reason)
    {
        using var folder = new TempFolder();
        string models = folder["models"];
        ModelSets.Put(sets.First, models);
        using TopicModelService service = Serve(models);
        Damage(models, damage);
        TopicModelStatus status = service.Reload();
        Assert.Contains(reason, status.Refusal!.Reason);
        Assert.Equal(1, status.Generation);
        Assert.Equal(ModelSets.Expected(sets.First), ModelSets.Articles.Select(article => ModelSets.Text(service.Analyze(article))));

        if (Directory.Exists(models)) Directory.Delete(models, recursive: true);
        ModelSets.Put(sets.Second, models);
        Assert.Equal((2, null), (service.Reload().Generation, service.Status.Refusal));
    }

    [Fact]
    public void Reload_OfAModelOfAnotherKind_IsRefused()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        using TopicModelService service = Serve(folder.Path);
        // The models of another training, in which "stance" has become a list of labels.
        using var other = new TempFolder();
        ModelSets.WriteTrainingData(other, "c", "c");
        string configuration = File.ReadAllText(other["c/train.json"]).Replace("\"multiclass\", \"label\": \"stance\"", "\"multilabel\", \"label\": \"themes\"");
        other.Write("c/train.json", configuration);
        ModelSets.RunTraining(other["c"]);
        ModelSets.Put(Directory.GetFiles(other["c/models"], "*.tmodel"), folder.Path);
        Assert.Equal($"{folder.Path}: the model 'stance' is of kind Multilabel, the one that serves is of kind Multiclass; restart the app if it is to change", service.Reload().Refusal?.Reason);
    }

    [Fact]
    public void Load_WithoutARequiredModel_SaysWhichOne()
    {
        using var folder = new TempFolder();
        ModelSets.Put(sets.First, folder.Path);
        InvalidModelException exception = Assert.Throws<InvalidModelException>(() => Serve(folder.Path, options => options.RequiredModels = ["theme", "sentiment"]));
        Assert.Equal($"{folder.Path}: the required model 'sentiment' is not among the models found: stance, task-list, theme", exception.Message);
        using TopicModelService service = Serve(folder.Path, options => options.RequiredModels = ["theme"]);
        Assert.Equal(1, service.Status.Generation);
    }

    private static void Damage(string models, string damage)
    {
        string stance = Path.Combine(models, "stance.tmodel");
        switch (damage)
        {
            case "truncated": File.WriteAllBytes(stance, File.ReadAllBytes(stance)[..^100]); break;
            case "no model": File.WriteAllText(stance, "{ \"this\": \"is no model\" }"); break;
            case "empty": File.WriteAllBytes(stance, []); break;
            case "gone": File.Delete(stance); break;
            case "twice": File.Copy(Path.Combine(models, "theme.tmodel"), Path.Combine(models, "twin.tmodel")); break;
            case "folder gone": Directory.Delete(models, recursive: true); break;
            case "all gone": foreach (string file in Directory.GetFiles(models)) File.Delete(file); break;
            default: throw new ArgumentException(damage);
        }
    }
}
