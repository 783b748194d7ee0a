using Microsoft.Extensions.Configuration.Memory;
using TopicModel.Cli.Configuration;

namespace TopicModel.Cli.Tests.Configuration;

/// <summary>Loads configurations from text, without the environment of the test run.</summary>
internal sealed class ConfigFixture : IDisposable
{
    public const string Data = """ "data": { "train": ["a.jsonl"] } """;

    public const string Classifiers = """ "classifiers": { "topic": { "kind": "multiclass", "label": "label" } } """;

    private readonly TempFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>The path of the file in messages.</summary>
    public string File => _folder["train.json"];

    public TrainConfig Load(string json, string[]? sets = null, Dictionary<string, string>? environment = null)
    {
        _folder.Write("train.json", json);
        var variables = new MemoryConfigurationSource { InitialData = (environment ?? []).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":"), (string?)pair.Value)) };
        return ConfigLoader.Load(File, [.. (sets ?? []).Select(ConfigOverride.Parse)], Warnings.Add, variables);
    }

    /// <summary>What the loader was not sure of.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The message of the error that the configuration gives, with the file named "train.json".</summary>
    public string Error(string json, string[]? sets = null, Dictionary<string, string>? environment = null) =>
        Assert.Throws<ConfigException>(() => Load(json, sets, environment)).Message.Replace(File, "train.json");

    /// <summary>A configuration with one classifier that has the given members besides its kind and label.</summary>
    public static string WithClassifier(string members, string kind = "multiclass", string data = """ "train": ["a.jsonl"] """) =>
        $$"""{ "data": { {{data}} }, "classifiers": { "topic": { "kind": "{{kind}}", "label": "label", {{members}} } } }""";

    public void Dispose() => _folder.Dispose();
}
