using TopicModel.Features;
using TopicModel.Training.Format;

namespace TopicModel.Tests;

public class ArticleAnalyzerTests
{
    private static readonly Article News = new() { Title = "Đảng và nhân dân", Lead = "Thương mại", Body = "Một là, cần hội đàm.\nHai là, cần hữu nghị." };

    private static void Write(TempFolder folder, string name, ClassifierKind kind, FeatureOptions? features = null) =>
        File.WriteAllBytes(folder[name + ".tmodel"], ModelWriter.ToBytes(TestModels.Named(name, kind, features)));

    [Fact]
    public void Analyze_SaysWhatEachModelSaysAlone()
    {
        using var folder = new TempFolder();
        Write(folder, "theme", ClassifierKind.Multilabel);
        Write(folder, "stance", ClassifierKind.Multiclass);
        Write(folder, "other", ClassifierKind.Binary, new FeatureOptions { Words = new NgramRange(1, 3), FieldWeights = new Dictionary<string, double> { ["title"] = 2 } });
        Write(folder, "task-list", ClassifierKind.Passages);
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(folder.Path);
        ArticleAnalysis analysis = analyzer.Analyze(News);
        foreach (string name in new[] { "theme", "stance", "other" })
            using (TopicClassifier classifier = TopicClassifier.Load(folder[name + ".tmodel"]))
                Assert.Equal(classifier.Predict(News).Scores, analysis.Predictions[name].Scores);
        using TaskListDetector detector = TaskListDetector.Load(folder["task-list.tmodel"]);
        Assert.Equal(detector.Detect(News).Items, analysis.TaskList!.Items);
        Assert.Equal((analysis.Predictions["theme"].Labels, analysis.Predictions["stance"].Label), (analysis.Themes, analysis.Stance));
        Assert.Equal(["other", "stance", "theme"], analyzer.Classifiers.Select(classifier => classifier.Manifest.Name));
        Assert.Throws<ArgumentNullException>(() => analyzer.Analyze((Article)null!));
        Assert.Contains("16000001", Assert.Throws<ArgumentException>(() => analyzer.Analyze(new Article { Lead = new string('x', Article.MaxTextLength + 1) })).Message);
    }

    [Fact]
    public void Get_AModelByItsName()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Repository.PathOf("models"));
        Assert.Equal("stance", analyzer.GetClassifier("stance").Name);
        Assert.Equal("task-list", analyzer.GetDetector("task-list").Name);
        Assert.Equal("there is no classifier 'task-list' among 3 models: stance, theme, task-list; GetDetector gives the model of passages of that name", Assert.Throws<KeyNotFoundException>(() => analyzer.GetClassifier("task-list")).Message);
        Assert.EndsWith("; GetClassifier gives the classifier of that name", Assert.Throws<KeyNotFoundException>(() => analyzer.GetDetector("stance")).Message);
        Assert.Equal("there is no model of passages 'tasks' among 3 models: stance, theme, task-list", Assert.Throws<KeyNotFoundException>(() => analyzer.GetDetector("tasks")).Message);
    }

    [Fact]
    public void Analyze_WithoutTheWellKnownModels_HasNeitherThemesNorStanceNorTasks()
    {
        using var folder = new TempFolder();
        Write(folder, "other", ClassifierKind.Binary);
        ArticleAnalysis analysis = ArticleAnalyzer.Load(folder.Path).Analyze(News);
        Assert.Empty(analysis.Themes);
        Assert.Null(analysis.Stance);
        Assert.Null(analysis.TaskList);
    }

    [Fact]
    public void Load_WhatCannotBeLoaded_SaysWhy()
    {
        using var folder = new TempFolder();
        Assert.Throws<DirectoryNotFoundException>(() => ArticleAnalyzer.Load(folder["missing"]));
        Assert.Equal($"{folder.Path}: there is no model (*.tmodel) in this folder", Assert.Throws<FileNotFoundException>(() => ArticleAnalyzer.Load(folder.Path)).Message);
        Write(folder, "theme", ClassifierKind.Multilabel);
        File.Copy(folder["theme.tmodel"], folder["twin.tmodel"]);
        Assert.Equal($"{folder["twin.tmodel"]}: another file of the folder is a model named 'theme' too", Assert.Throws<InvalidModelException>(() => ArticleAnalyzer.Load(folder.Path)).Message);
    }

    [Fact]
    public void Load_AModelOfTheOtherKind_SaysWhatLoadsIt()
    {
        using var folder = new TempFolder();
        Write(folder, "theme", ClassifierKind.Multilabel);
        Write(folder, "tasks", ClassifierKind.Passages);
        Assert.EndsWith("the model is of kind Multilabel; load it with TopicClassifier", Assert.Throws<InvalidModelException>(() => TaskListDetector.Load(folder["theme.tmodel"])).Message);
        Assert.EndsWith("the model is of kind Passages; load it with TaskListDetector", Assert.Throws<InvalidModelException>(() => TopicClassifier.Load(folder["tasks.tmodel"])).Message);
        Assert.Throws<FileNotFoundException>(() => TopicClassifier.Load(folder["missing.tmodel"]));
    }
}
