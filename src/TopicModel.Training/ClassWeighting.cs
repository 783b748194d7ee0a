using TopicModel.Training.Data;

namespace TopicModel.Training;

/// <summary>How often examples of a label count.</summary>
public sealed record ClassWeighting
{
    /// <summary>Every example counts once.</summary>
    public static readonly ClassWeighting None = new();

    /// <summary>
    /// Labels count alike: an example counts inversely to how many there are of its label. Exclusive labels:
    /// documents / (labels * support), as scikit-learn; otherwise in each label's problem documents / (2 * support) for examples that
    /// have it and documents / (2 * (documents - support)) for those that have not.
    /// </summary>
    public static readonly ClassWeighting Balanced = new() { IsBalanced = true };

    /// <summary>Whether the weights follow from the supports.</summary>
    public bool IsBalanced { get; private init; }

    /// <summary>[label] -> how often an example that has it counts, above 0; labels that are not named count once.</summary>
    public IReadOnlyDictionary<string, double> Given { get; init; } = new Dictionary<string, double>();

    /// <summary>[label] -> weight of examples with the label, and without it; null for 1.</summary>
    internal (float[]? Positive, float[]? Negative) Compute(LabelMatrix labels, IReadOnlyList<string> names)
    {
        if (!IsBalanced) return Given.Count == 0 ? (null, null) : ([.. names.Select(name => (float)Given.GetValueOrDefault(name, 1))], null);
        int[] supports = labels.Supports();
        double documents = labels.Count;
        return labels.IsExclusive
            ? ([.. supports.Select(support => (float)(documents / (labels.LabelCount * Math.Max(1.0, support))))], null)
            : ([.. supports.Select(support => (float)(documents / (2 * Math.Max(1.0, support))))], [.. supports.Select(support => (float)(documents / (2 * Math.Max(1.0, documents - support))))]);
    }
}
