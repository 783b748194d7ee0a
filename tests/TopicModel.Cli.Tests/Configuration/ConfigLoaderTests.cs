using TopicModel.Cli.Configuration;
using TopicModel.Features;

namespace TopicModel.Cli.Tests.Configuration;

public sealed class ConfigLoaderTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Load_ThreeLines_HasGoodDefaults()
    {
        TrainConfig config = _fixture.Load("""{ "data": { "train": ["a.jsonl"], "test": ["b.jsonl"] }, "classifiers": { "topic": { "kind": "multiclass", "label": "label" } } }""");

        Assert.Equal(["a.jsonl"], config.Data.Train);
        Assert.Equal(["b.jsonl"], config.Data.Test);
        Assert.Equal(0.2, config.Data.Holdout);
        Assert.Equal("id", config.Data.Fields.Id);
        Assert.Equal(["text"], config.Data.Fields.Text);
        Assert.Equal(Path.Combine(_fixture.Folder, "models"), config.Output.Models);
        Assert.Equal(Path.Combine(_fixture.Folder, "models", "reports"), config.Output.Reports);
        Assert.Equal((42, 0, Environment.ProcessorCount), (config.Seed, config.Threads, config.ThreadCount));
        Assert.Equal(["label"], config.LabelFields);
        ClassifierConfig topic = Assert.Single(config.Classifiers);
        Assert.Equal(("topic", ClassifierKind.Multiclass, "label", null, "native", 5), (topic.Name, topic.Kind, topic.Label, topic.Positive, topic.Engine, topic.CrossValidation));
        Assert.Equal(new FeatureOptions() with { FieldWeights = topic.Features.FieldWeights }, topic.Features);
        Assert.Empty(topic.Features.FieldWeights);
        Assert.Equal("LinearSvm", topic.Trainer.Name);
        Assert.Empty(topic.Trainer.Options);
        Assert.Null(topic.ClassWeights);
        Assert.Empty(topic.SentenceFields);
    }

    [Fact]
    public void Load_FullShape_ReadsEverything()
    {
        TrainConfig config = _fixture.Load("""
            {
              "$schema": "docs/train.schema.json",
              // comments and trailing commas are for people
              "data": { "train": ["data/*.jsonl", "more"], "test": [], "holdout": 0.25, "fields": { "id": "key", "text": ["title", "lead", "body"] } },
              "output": { "models": "out", "reports": "/srv/reports" },
              "seed": 7, "threads": 3,
              "classifiers": {
                "theme": { "kind": "multilabel", "label": "themes", "engine": "native",
                  "features": { "words": [1, 3], "chars": [2, 4], "minDocumentFrequency": 3, "maxFeatures": 1000, "weighting": "logCountRatio",
                                "unaccented": true, "clean": false, "fieldWeights": { "title": 2, "lead": 1.5 } },
                  "trainer": { "name": "LinearSvm", "C": 0.5 }, "classWeights": { "a:b": 2, "c.d": 0.5 }, "prevalence": { "c.d": 0.125 }, "crossValidation": 10 },
                "stance": { "kind": "binary", "label": "stance", "positive": "favor", "classWeights": "balanced", "features": { "words": null, "chars": [3, 5] } },
                "task-list": { "kind": "passages", "label": "tasks", "sentenceFields": ["lead", "body"], "crossValidation": 0, },
                "Again": { "kind": "passages", "label": "tasks" },
              },
            }
            """);

        Assert.Equal(["data/*.jsonl", "more"], config.Data.Train);
        Assert.Equal((0.25, "key"), (config.Data.Holdout, config.Data.Fields.Id));
        Assert.Equal(["title", "lead", "body"], config.Data.Fields.Text);
        Assert.Equal((Path.Combine(_fixture.Folder, "out"), "/srv/reports"), (config.Output.Models, config.Output.Reports));
        Assert.Equal((7, 3, 3), (config.Seed, config.Threads, config.ThreadCount));
        Assert.Equal(["Again", "stance", "task-list", "theme"], config.Classifiers.Select(classifier => classifier.Name));
        Assert.Equal(["tasks", "stance", "themes"], config.LabelFields);

        ClassifierConfig theme = config.Classifiers[3];
        Assert.Equal((new NgramRange(1, 3), new NgramRange(2, 4)), (theme.Features.Words, theme.Features.Chars));
        Assert.Equal((3, 1000, Weighting.LogCountRatio, true, false), (theme.Features.MinDocumentFrequency, theme.Features.MaxFeatures, theme.Features.Weighting, theme.Features.Unaccented, theme.Features.Clean));
        Assert.Equal(new Dictionary<string, double> { ["title"] = 2, ["lead"] = 1.5 }, theme.Features.FieldWeights);
        Assert.Equal(new Dictionary<string, string> { ["C"] = "0.5" }, theme.Trainer.Options);
        Assert.Equal(new Dictionary<string, double> { ["a:b"] = 2, ["c.d"] = 0.5 }, theme.ClassWeights!.Weights);
        Assert.Equal(new Dictionary<string, double> { ["c.d"] = 0.125 }, theme.Prevalence);
        Assert.Equal((false, 10), (theme.ClassWeights.IsBalanced, theme.CrossValidation));

        Assert.Equal(("favor", true), (config.Classifiers[1].Positive, config.Classifiers[1].ClassWeights!.IsBalanced));
        Assert.Equal((null, new NgramRange(3, 5)), (config.Classifiers[1].Features.Words, config.Classifiers[1].Features.Chars));
        Assert.Equal(["lead", "body"], config.Classifiers[2].SentenceFields);
        Assert.Equal(0, config.Classifiers[2].CrossValidation);
        Assert.Equal(["body"], config.Classifiers[0].SentenceFields);
    }

    [Fact]
    public void Load_EnvironmentAndSet_TheLastSourceCounts()
    {
        TrainConfig config = _fixture.Load(
            """{ "data": { "train": ["a.jsonl"] }, "seed": 1, "threads": 1, "classifiers": { "topic": { "kind": "multiclass", "label": "label", "features": { "words": [1, 2] } } } }""",
            sets: ["threads=3", "data.train=x.jsonl, y.jsonl", "classifiers.topic.features.words=null", "classifiers.topic.features.chars=2,4", "classifiers.extra.kind=binary", "classifiers.extra.label=b"],
            environment: new() { ["SEED"] = "2", ["THREADS"] = "2", ["DEBUG"] = "1", ["CLASSIFIERS__TOPIC__CROSSVALIDATION"] = "3", ["CLASSIFIERS__TOPIC__FEATURES__UNACCENTED"] = "TRUE" });

        Assert.Equal((2, 3), (config.Seed, config.Threads));
        Assert.Equal(["x.jsonl", "y.jsonl"], config.Data.Train);
        Assert.Equal(["extra", "topic"], config.Classifiers.Select(classifier => classifier.Name));
        ClassifierConfig topic = config.Classifiers[1];
        Assert.Equal((3, true, null, new NgramRange(2, 4)), (topic.CrossValidation, topic.Features.Unaccented, topic.Features.Words, topic.Features.Chars));
    }

    [Fact]
    public void Load_VariablesOfOthers_ArePassedOverAndNearMissesTold()
    {
        TrainConfig config = _fixture.Load($"{{ {ConfigFixture.Data}, {ConfigFixture.Classifiers} }}",
            environment: new() { ["CHROMIUM"] = "/usr/bin/chromium", ["DEBUG"] = "1", ["HOME__BIN"] = "x", ["SEEDS"] = "7", ["CLASIFIERS__TOPIC__TRAINER__C"] = "2", ["seed"] = "3" });

        Assert.Equal((3, "topic"), (config.Seed, Assert.Single(config.Classifiers).Name));
        Assert.Equal(
            [
                "environment variable TOPICMODEL_CLASIFIERS__TOPIC__TRAINER__C is passed over: 'CLASIFIERS' is no key of the configuration (did you mean 'classifiers'?)",
                "environment variable TOPICMODEL_SEEDS is passed over: 'SEEDS' is no key of the configuration (did you mean 'seed'?)",
            ], _fixture.Warnings.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "checked-labels.jsonl")]
    [InlineData(""", "checkedLabels": "labels/checked.jsonl" """, "labels/checked.jsonl")]
    public void Load_CheckedLabels_AreBesideTheFile(string member, string path) => Assert.Equal(
        Path.Combine(_fixture.Folder, path), _fixture.Load($$"""{ "data": { "train": ["a.jsonl"]{{member}} }, {{ConfigFixture.Classifiers}} }""").Data.CheckedLabels);

    [Fact]
    public void Load_SetOfOneElement_KeepsTheOthers()
    {
        TrainConfig config = _fixture.Load($$"""{ "data": { "train": ["a.jsonl", "b.jsonl"] }, {{ConfigFixture.Classifiers}} }""", sets: ["data.train.1=c.jsonl", "data.train.2=d.jsonl"]);

        Assert.Equal(["a.jsonl", "c.jsonl", "d.jsonl"], config.Data.Train);
    }

    [Theory]
    [InlineData("\"NaiveBayes\"", "", "NaiveBayes")]
    [InlineData("\"NaiveBayes\"", "trainer.smoothing=0.5", "NaiveBayes smoothing=0.5")]
    [InlineData("\"NaiveBayes\"", "trainer.name=LinearSvm trainer.C=2", "LinearSvm C=2")]
    [InlineData("{ \"C\": 2 }", "trainer=NaiveBayes", "NaiveBayes")]
    [InlineData("{ \"C\": 2 }", "trainer=NaiveBayes trainer.smoothing=0.5", "NaiveBayes smoothing=0.5")]
    [InlineData("{ \"C\": 2 }", "trainer.name=SdcaMaximumEntropy", "SdcaMaximumEntropy C=2")]
    public void Load_TrainerByItsNameAlone_ReplacesWhatSourcesBeforeSay(string trainer, string sets, string expected)
    {
        TrainConfig config = _fixture.Load(ConfigFixture.WithClassifier($"\"trainer\": {trainer}"), [.. sets.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(set => $"classifiers.topic.{set}")]);

        TrainerConfig read = config.Classifiers[0].Trainer;
        Assert.Equal(expected, string.Join(' ', [read.Name, .. read.Options.Select(option => $"{option.Key}={option.Value}")]));
    }

    [Fact]
    public void Load_ByteOrderMark_IsPassedOver()
    {
        Assert.Equal(42, _fixture.Load($"\uFEFF{{ {ConfigFixture.Data}, {ConfigFixture.Classifiers} }}").Seed);
    }
}
