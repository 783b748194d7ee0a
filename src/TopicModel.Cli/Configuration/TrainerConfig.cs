namespace TopicModel.Cli.Configuration;

/// <summary>Which trainer and how: "trainer" of a classifier.</summary>
internal sealed record TrainerConfig
{
    /// <summary>Name of the trainer. Default: "LinearSvm".</summary>
    public string Name { get; init; } = "LinearSvm";

    /// <summary>[option name] -> value as text; options that are not named have the trainer's defaults.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
