using System.IO.Pipes;
using System.Reflection;
using TopicModel.Training.Format;

namespace TopicModel.Tests;

public class LoadingTests
{
    private const string Text = "Đảng và nhân dân hội đàm";

    private static readonly byte[] Theme = ModelWriter.ToBytes(TestModels.Model(ClassifierKind.Multilabel));
    private static readonly byte[] Tasks = ModelWriter.ToBytes(TestModels.Model(ClassifierKind.Passages));
    private static readonly Assembly Tests = typeof(LoadingTests).Assembly;

    [Fact]
    public void Load_FromAnywhere_IsTheSameModel()
    {
        using var folder = new TempFolder();
        string path = folder.Write("theme.tmodel", Theme), expected = new TopicClassifier(TestModels.Model(ClassifierKind.Multilabel)).Predict(Text).Scores.ToString();
        using var longer = new MemoryStream([1, 2, 3, .. Theme]) { Position = 3 };
        using FileStream file = File.OpenRead(path);
        using var slow = new BufferedStream(new MemoryStream(Theme), 7);
        foreach (TopicClassifier loaded in new[] { TopicClassifier.Load(path), TopicClassifier.Load(longer), TopicClassifier.Load(file), TopicClassifier.Load(slow), TopicClassifier.Load(Theme) })
        {
            Assert.Equal(expected, loaded.Predict(Text).Scores.ToString());
            loaded.Dispose();
            loaded.Dispose();
        }
        Assert.True(longer.CanRead && file.CanRead);
        using var tasks = new MemoryStream(Tasks);
        Assert.Equal(TaskListDetector.Load(Tasks).Detect("cần").Probability, TaskListDetector.Load(tasks).Detect("cần").Probability);
    }

    [Fact]
    public void Load_FileThatIsOpenForReplacement_IsRead()
    {
        using var folder = new TempFolder();
        string path = folder.Write("theme.tmodel", Theme);
        // Windows refuses a reader that would not share the file with this writer.
        using var writer = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Assert.Equal("topic", TopicClassifier.Load(path).Name);
    }

    [Fact]
    public void Load_Pipe_IsRefused()
    {
        // Only there have the pipes of a process paths.
        if (!OperatingSystem.IsLinux()) return;
        // Its writing end stays open, so that opening the other one does not wait.
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        string path = $"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}";
        Assert.Equal($"{path}: this is no regular file but a pipe or the like; what comes from one is loaded as a stream", Assert.Throws<InvalidModelException>(() => TopicClassifier.Load(path)).Message);
    }

    [Fact]
    public void Load_FromMemory_DoesNotFollowItsChanges()
    {
        byte[] bytes = [.. Theme];
        using TopicClassifier classifier = TopicClassifier.Load(bytes);
        string before = classifier.Predict(Text).Scores.ToString();
        bytes.AsSpan().Clear();
        Assert.Equal(before, classifier.Predict(Text).Scores.ToString());
    }

    [Fact]
    public void Load_EmbeddedResource_ByItsNameOrTheEndOfIt()
    {
        using TopicClassifier whole = TopicClassifier.Load(Tests, "TopicModel.Tests.Shipped.stance.tmodel"), end = TopicClassifier.Load(Tests, "stance.tmodel"), file = TopicClassifier.Load(Repository.PathOf("models", "stance.tmodel"));
        Assert.Equal(file.Predict(Text).Scores, whole.Predict(Text).Scores);
        Assert.Equal(file.Predict(Text).Scores, end.Predict(Text).Scores);
        using TaskListDetector detector = TaskListDetector.Load(Tests, "task-list.tmodel");
        Assert.Equal("task-list", detector.Name);
    }

    [Fact]
    public void Load_EmbeddedResourceThatIsNotThere_SaysWhichAre()
    {
        string message = Assert.Throws<FileNotFoundException>(() => TopicClassifier.Load(Tests, "tance.tmodel")).Message;
        Assert.StartsWith("TopicModel.Predictor.Tests has no embedded resource 'tance.tmodel'; it has ", message);
        Assert.Contains("TopicModel.Tests.Shipped.stance.tmodel", message);
        message = Assert.Throws<FileNotFoundException>(() => TopicClassifier.Load(Tests, "tmodel")).Message;
        Assert.StartsWith("TopicModel.Predictor.Tests has 2 embedded resources that end in '.tmodel': ", message);
        Assert.Equal("TopicModel.Predictor has no embedded resource 'x'; it has none: embed files with <EmbeddedResource Include=\"...\" />",
            Assert.Throws<FileNotFoundException>(() => TopicClassifier.Load(typeof(TopicClassifier).Assembly, "x")).Message);
        Assert.StartsWith("TopicModel.Predictor has no embedded model (*.tmodel); ",
            Assert.Throws<FileNotFoundException>(() => ArticleAnalyzer.Load(typeof(TopicClassifier).Assembly)).Message);
    }

    [Fact]
    public void LoadAnalyzer_OfAnAssembly_HasItsModels()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Tests);
        Assert.Equal("2 models: stance, task-list", analyzer.ToString());
        ArticleAnalysis analysis = analyzer.Analyze(Text);
        Assert.NotNull(analysis.Stance);
        Assert.NotNull(analysis.TaskList);
        Assert.Empty(analysis.Themes);
    }

    [Fact]
    public void Analyzer_OfModelsOfOneName_IsRefused() => Assert.Equal("two models are named 'topic'",
        Assert.Throws<ArgumentException>(() => new ArticleAnalyzer([TopicClassifier.Load(Theme)], [TaskListDetector.Load(Tasks)])).Message);

    [Fact]
    public void Load_WhatIsNoModel_NamesWhereItCameFrom()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        Assert.StartsWith("stream: this is not a TopicModel file", Assert.Throws<InvalidModelException>(() => TopicClassifier.Load(stream)).Message);
        Assert.StartsWith("bytes: the file is empty", Assert.Throws<InvalidModelException>(() => TopicClassifier.Load(default(ReadOnlyMemory<byte>))).Message);
        Assert.Equal("bytes: the model is of kind Passages; load it with TaskListDetector", Assert.Throws<InvalidModelException>(() => TopicClassifier.Load(Tasks)).Message);
        Assert.Throws<ArgumentException>(() => TopicClassifier.Load(""));
        Assert.Throws<ArgumentNullException>(() => TopicClassifier.Load((string)null!));
        Assert.Throws<ArgumentNullException>(() => TopicClassifier.Load((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => ArticleAnalyzer.Load((string)null!));
    }

    [Fact]
    public void ToString_OfModels_SaysWhatTheyAre()
    {
        Assert.Equal("topic: multilabel, 3 labels, 7 features", TopicClassifier.Load(Theme).ToString());
        Assert.Equal("topic: passages, 1 label, 7 features", TaskListDetector.Load(Tasks).ToString());
        Assert.Equal(("topic", ClassifierKind.Multilabel), (TopicClassifier.Load(Theme).Name, TopicClassifier.Load(Theme).Kind));
        Assert.Equal(["đảng", "dân", "kinh tế"], TopicClassifier.Load(Theme).Labels);
    }
}
