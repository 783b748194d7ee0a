using System.Text.Json;

namespace TopicModel.Cli.Tests.Commands;

[Collection(ModelsFixture.Collection)]
public class TrainAndEvaluateTests(ModelsFixture models)
{
    [Fact]
    public void Evaluate_JsonWithGates_HasThemInTheJsonAndTellsTheMissedOne()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["evaluate", "--data", "articles.jsonl", "--json", "--quiet", "--fail-under", "topic.accuracy=0.5", "--fail-under", "topic.logLoss=0"]);

        JsonElement[] gates = [.. JsonDocument.Parse(result.Output).RootElement.GetProperty("gates").EnumerateArray()];
        Assert.Equal(["gate", "value", "passed"], gates[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal([("topic.accuracy=0.5", true), ("topic.logLoss=0", false)], gates.Select(gate => (gate.GetProperty("gate").GetString(), gate.GetProperty("passed").GetBoolean())));
        Assert.Equal(3, result.ExitCode);
        Assert.Matches(@"^gate missed: topic\.logLoss is 0\.\d{4}, at most 0 was asked for\n$", result.Error);
    }

    [Fact]
    public void Evaluate_JsonWithoutGates_HasNone()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["evaluate", "--data", "articles.jsonl", "--json"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.False(JsonDocument.Parse(result.Output).RootElement.TryGetProperty("gates", out _));
    }

    [Fact]
    public void Evaluate_GateThatMakesNoSense_WritesNoReport()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["evaluate", "--data", "articles.jsonl", "--output", "evaluated", "--fail-under", "topc.accuracy=0.5"]);

        Assert.Equal((2, "", "error: --fail-under 'topc.accuracy=0.5': there is no classifier 'topc'; there are tags, tasks, topic, urgent\n"), (result.ExitCode, result.Output, result.Error));
        Assert.False(Directory.Exists(Path.Combine(models.Folder, "evaluated")));
    }

    [Fact]
    public void Train_DoubtfulData_WarnsAndGoesOn()
    {
        string[] lines = File.ReadAllLines(models.Articles);
        models.Write("doubtful/train.jsonl", string.Join('\n', lines[..40]));
        models.Write("doubtful/test.jsonl", lines[3].Replace("\"a3\"", "\"other\"", StringComparison.Ordinal) + "\n");
        models.Write("doubtful/train.json", """
            { "data": { "train": ["train.jsonl"], "test": ["test.jsonl"], "fields": { "text": ["title", "body"] } },
              "classifiers": { "topic": { "kind": "multiclass", "label": "topic", "crossValidation": 2, "trainer": "LinearSvm" } } }
            """);

        ConsoleResult result = ConsoleProcess.Run(Path.Combine(models.Folder, "doubtful"), ["train", "--quiet"]);

        Assert.Equal((0, "warning: 1 test document with the text, or nearly the text, of a training document: test.jsonl line 1 (as train.jsonl line 4)\n"), (result.ExitCode, result.Error));
        Assert.StartsWith("topic (multiclass): tested on 1 example; cv: cross-validation, 2 folds\n  accuracy ", result.Output, StringComparison.Ordinal);
    }
}
