using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Tests.Configuration;
using TopicModel.Cli.Tests.Reports.Html;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports;

public sealed class ModelCardTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Write_IsAsExpected()
    {
        TrainConfig config = _fixture.Load("""
            { "data": { "train": ["a.jsonl"], "fields": { "text": ["title", "body"] } },
              "classifiers": { "stance": { "kind": "multiclass", "label": "stance" }, "tasks": { "kind": "passages", "label": "tasks" } } }
            """);
        ReportDetails details = SampleDetails.Full();
        string Card(string name, params LabelCount[] counts) => new ModelCard(details, details.Classifiers.Single(classifier => classifier.Name == name) with { LabelCounts = counts }, config).Write();

        Expectations.AssertEqual("model-card.md", Card("stance", new LabelCount("against", 500, 150), new LabelCount("favor", 700, 150)));
        Assert.StartsWith("# Model card: tasks\n\n## Intended use\n\nSays whether an article has passages of the kind that field `tasks` marks, and which sentences of field 'body' they are.",
            Card("tasks", new LabelCount("negative", 1, 1), new LabelCount("positive", 1, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void ConfigHash_DependsOnWhatIsTrainedAndOnNothingElse()
    {
        string Hash(string classifier, params string[] sets) =>
            ConfigHash.Compute(_fixture.Load($$"""{ "data": { "train": ["a.jsonl"] }, "classifiers": { "topic": { "kind": "multilabel", "label": "topic"{{classifier}} } } }""", sets: sets));

        string hash = Hash("");
        Assert.Matches("^[0-9a-f]{16}$", hash);
        Assert.Equal(hash, Hash(""", "crossValidation": 5, "trainer": { "name": "LinearSvm", "C": 1 }"""));
        Assert.Equal(hash, Hash("", "threads=3", "output.models=elsewhere", "data.train=b.jsonl", "data.slices=genre"));
        string[] others = [Hash("", "seed=1"), Hash("", "data.holdout=0.3"), Hash(""", "trainer": { "C": 2 }"""), Hash(""", "features": { "unaccented": true }"""), Hash(""", "classWeights": "balanced" """), Hash(""", "prevalence": { "a": 0.1 } """), Hash(""", "crossValidation": 3"""), Hash(""", "prune": 0.01""")];
        Assert.Equal(others.Length + 1, others.Append(hash).Distinct().Count());
    }
}
