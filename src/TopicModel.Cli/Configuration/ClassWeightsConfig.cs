namespace TopicModel.Cli.Configuration;

/// <summary>How much examples of a label count: "classWeights" of a classifier.</summary>
internal sealed record ClassWeightsConfig
{
    /// <summary>Whether every label counts the same altogether, however many examples it has.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>[label] -> how often an example with it counts, above 0; labels that are not named count once. Empty when balanced.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();
}
