using TopicModel.Format;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Tests.Fitting;

namespace TopicModel.Training.Tests;

public sealed class TrainingSessionTests
{
    [Fact]
    public void Run_WhateverTheThreads_ModelsHaveTheSameBytes()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(240));
        Dictionary<string, byte[]>[] runs = [.. new[] { 1, 2, 5, 2 }.Select(threads => Models(folder, train, threads))];

        Assert.Equal(["tasks.tmodel", "topic.tmodel", "topics.tmodel", "urgent.tmodel"], runs[0].Keys.Order(StringComparer.Ordinal));
        foreach (Dictionary<string, byte[]> run in runs.Skip(1))
            foreach ((string name, byte[] bytes) in runs[0]) Assert.True(bytes.AsSpan().SequenceEqual(run[name]), $"{name} differs");
    }

    [Fact]
    public void Run_OtherSeed_OtherModels()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(240));
        Assert.NotEqual(Models(folder, train, 2)["topic.tmodel"], Models(folder, train, 2, seed: 7)["topic.tmodel"]);
    }

    [Fact]
    public void Run_LearnableLabels_TestMetricsAreHighAndInManifest()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(400));
        using SessionResult result = new TrainingSession(SmallCorpus.Session(folder, train), new TrainingContext(42, 2, "1.2.3")).Run();
        result.Files.Commit();

        Report report = result.Report;
        Assert.Equal(400, report.Data.Train.Documents + report.Data.Test.Documents);
        Assert.InRange(report.Data.Test.Documents, 90, 110);
        Assert.True(report.Classifiers["topic"].Test!.MacroF1 > 0.7, $"topic: {report.Classifiers["topic"].Test!.MacroF1}");
        Assert.True(report.Classifiers["topics"].Test!.MicroF1 > 0.8);
        Assert.True(report.Classifiers["urgent"].Test!.F1 > 0.95);
        Assert.True(report.Classifiers["tasks"].Test!.F1 > 0.95);
        Assert.True(report.Classifiers["tasks"].Test!.Passages!.F1 > 0.95);
        foreach ((string name, ClassifierReport classifier) in report.Classifiers)
        {
            ModelManifest manifest = ModelReader.Load(folder[$"models/{name}.tmodel"]).Manifest;
            Assert.Equal(classifier.Test!.MacroF1, manifest.TestMetrics["macroF1"]);
            Assert.Equal("1.2.3", manifest.ToolVersion);
            Assert.True(manifest.Calibrated);
            Assert.Equal(report.Data.Fingerprint, manifest.DataFingerprint);
            Assert.Equal(new FileInfo(folder[$"models/{name}.tmodel"]).Length, classifier.Model!.Bytes);
            Assert.Equal(3, classifier.CrossValidation!.Folds);
        }
    }

    [Fact]
    public void Run_WithoutCrossValidation_ModelsSayThatTheyAreNotCalibrated()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(120));
        using SessionResult result = new TrainingSession(SmallCorpus.Session(folder, train, crossValidation: 0), new TrainingContext(42, 2, "0")).Run();
        result.Files.Commit();
        Assert.All(result.Report.Classifiers.Values, classifier => Assert.False(classifier.Calibrated));
        Assert.All(result.Report.Classifiers.Values, classifier => Assert.Null(classifier.CrossValidation));
        Assert.False(ModelReader.Load(folder["models/topic.tmodel"]).Manifest.Calibrated);
    }

    [Fact]
    public void Run_LabelsThatAreRarerInUse_ShiftOffsetsAndStandInModelAndReport()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(240));
        SessionSpec spec = SmallCorpus.Session(folder, train);
        LabelPrevalence Rare(string label) => new() { Shares = new Dictionary<string, double> { [label] = 0.02 } };
        SessionSpec rare = spec with { Classifiers = [spec.Classifiers[0], spec.Classifiers[1] with { Prevalence = Rare("t1") }, spec.Classifiers[2], spec.Classifiers[3] with { Prevalence = Rare("positive") }] };
        (ModelManifest topics, ModelManifest tasks) = Train(spec);
        (ModelManifest rareTopics, ModelManifest rareTasks) = Train(rare);
        Assert.Equal((topics.Offsets[0], topics.Thresholds[0]), (rareTopics.Offsets[0], rareTopics.Thresholds[0]));
        Assert.True(rareTopics.Offsets[1] < topics.Offsets[1] - 2, $"{topics.Offsets[1]} -> {rareTopics.Offsets[1]}");
        Assert.True(rareTasks.Document!.Bias < tasks.Document!.Bias - 2, $"{tasks.Document.Bias} -> {rareTasks.Document.Bias}");
        Assert.Equal(tasks.Offsets, rareTasks.Offsets);
        Assert.Null(topics.Prevalence);
        Assert.Equal(new Dictionary<string, double> { ["t1"] = 0.02 }, rareTopics.Prevalence!);

        (ModelManifest Topics, ModelManifest Tasks) Train(SessionSpec session)
        {
            using SessionResult result = new TrainingSession(session, new TrainingContext(42, 2, "0")).Run();
            result.Files.Commit();
            ModelManifest topics = ModelReader.Load(folder["models/topics.tmodel"]).Manifest;
            Assert.Equal(topics.Prevalence, result.Report.Classifiers["topics"].Prevalence);
            return (topics, ModelReader.Load(folder["models/tasks.tmodel"]).Manifest);
        }
    }

    [Fact]
    public void Run_TitleIsACandidateToo_TrainerAndPredictorSeeTheSameSentences()
    {
        using var folder = new TempFolder();
        IEnumerable<Document> documents = SmallCorpus.Make(120).Select(document => new Document(document.Id, [$"{document.Texts[0]} {{keywords}}", document.Texts[1]], document.Labels, document.Place));
        SessionSpec spec = SmallCorpus.Session(folder, SmallCorpus.Write(folder, "train.jsonl", documents));
        spec = spec with { Classifiers = [spec.Classifiers[3] with { SentenceFields = ["title", "body"] }] };
        using SessionResult result = new TrainingSession(spec, new TrainingContext(42, 2, "0")).Run();
        Assert.True(result.Report.Classifiers["tasks"].Test!.Passages!.F1 > 0.9);
    }

    [Fact]
    public void Run_NotCommitted_OldFilesStayAndNothingIsLeft()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(120));
        Directory.CreateDirectory(folder["models"]);
        File.WriteAllText(folder["models/topic.tmodel"], "old");
        SortedDictionary<string, byte[]> before = folder.Snapshot();
        new TrainingSession(SmallCorpus.Session(folder, train), new TrainingContext(42, 2, "0")).Run().Dispose();
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void Run_Cancelled_ThrowsAndLeavesNothing()
    {
        using var folder = new TempFolder();
        string train = SmallCorpus.Write(folder, "train.jsonl", SmallCorpus.Make(200));
        SortedDictionary<string, byte[]> before = folder.Snapshot();
        using var cancellation = new CancellationTokenSource();
        var progress = new CancelAt("topics", cancellation);
        var session = new TrainingSession(SmallCorpus.Session(folder, train), new TrainingContext(42, 2, "0", progress, cancellation.Token));
        Assert.ThrowsAny<OperationCanceledException>(session.Run);
        Assert.Equal(before, folder.Snapshot());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void Run_DoubtfulData_IsToldUnlessOnlyAQuickFitIsAskedFor(int crossValidation)
    {
        using var folder = new TempFolder();
        List<Document> documents = SmallCorpus.Make(120), test = [.. SmallCorpus.Make(20, seed: 2)];
        documents[4] = new Document("d4", documents[4].Texts, [.. documents[4].Labels[..3], ["Câu này không có."]], "line 5");
        test.Add(new Document("leak", documents[7].Texts, documents[7].Labels, "line 21"));
        string train = SmallCorpus.Write(folder, "train.jsonl", documents), tested = SmallCorpus.Write(folder, "test.jsonl", test);
        using SessionResult result = new TrainingSession(SmallCorpus.Session(folder, train, crossValidation) with { Test = [tested] }, new TrainingContext(42, 2, "0")).Run();
        string[] expected =
        [
            $"1 test document with the text, or nearly the text, of a training document: {tested} line 21 (as {train} line 8)",
            $"1 passage of field 'tasks' not found in the document's text: {train} line 5",
        ];
        Assert.Equal(crossValidation == 0 ? [] : expected, result.Doubts.Select(doubt => doubt.ToString()));
    }

    [Fact]
    public void Run_LabelWithFewerExamplesThanFolds_SaysWhatToDo()
    {
        using var folder = new TempFolder();
        List<Document> documents = SmallCorpus.Make(100);
        documents.Add(new Document("rare", ["Hiếm", "Bài hiếm."], [["rare"], ["t0"], ["no"], []], "line 101"));
        string train = SmallCorpus.Write(folder, "train.jsonl", documents);
        SessionSpec spec = SmallCorpus.Session(folder, train) with { HoldOut = 0 };
        var exception = Assert.Throws<DataException>(new TrainingSession(spec, new TrainingContext(42, 1, "0")).Run);
        Assert.Equal("classifier 'topic': field 'topic' has 1 label with fewer documents to train on than the 3 folds of the cross-validation, expected more documents or fewer folds: 'rare' (1 document)", exception.Message);
    }

    [Fact]
    public void Run_TestFileWithUnknownLabel_IsToldBeforeTraining()
    {
        using var folder = new TempFolder();
        List<Document> documents = SmallCorpus.Make(60);
        var unknown = new Document("new", ["Mới", "Bài mới."], [["t9"], ["t0"], ["no"], []], "line 1");
        SessionSpec spec = SmallCorpus.Session(folder, SmallCorpus.Write(folder, "train.jsonl", documents)) with { Test = [SmallCorpus.Write(folder, "test.jsonl", [unknown])] };
        var steps = new List<TrainingStep>();
        var session = new TrainingSession(spec, new TrainingContext(42, 1, "0", new Collect(steps)));
        Assert.Equal($"1 unknown label in field 'topic', expected 't0', 't1' or 't2': {spec.Test[0]} line 1 ('t9')", Assert.Throws<DataException>(session.Run).Message);
        Assert.Empty(steps);
    }

    [Fact]
    public void Run_PassagesThatAreNoSentences_SaysSo()
    {
        using var folder = new TempFolder();
        IEnumerable<Document> documents = SmallCorpus.Make(60).Select(document => new Document(document.Id, document.Texts, [.. document.Labels[..3], document.Labels[3]!.Length > 0 ? ["không có"] : []], document.Place));
        SessionSpec spec = SmallCorpus.Session(folder, SmallCorpus.Write(folder, "train.jsonl", documents));
        var exception = Assert.Throws<DataException>(new TrainingSession(spec with { Classifiers = [spec.Classifiers[3]] }, new TrainingContext(42, 1, "0")).Run);
        Assert.Equal("field 'tasks': none of the passages is a sentence of field 'body', expected passages as they stand there", exception.Message);
    }

    private static Dictionary<string, byte[]> Models(TempFolder folder, string train, int threads, int seed = 42)
    {
        using SessionResult result = new TrainingSession(SmallCorpus.Session(folder, train), new TrainingContext(seed, threads, "0.1.0")).Run();
        result.Files.Commit();
        return Directory.GetFiles(folder["models"]).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
    }

    private sealed class Collect(List<TrainingStep> steps) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => steps.Add(value);
    }

    private sealed class CancelAt(string classifier, CancellationTokenSource cancellation) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value)
        {
            if (value.Classifier == classifier) cancellation.Cancel();
        }
    }
}
