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

    /// <summary>
    /// [label] -> how often an example that has it counts, above 0; labels that are not named count once. The negative label of a binary
    /// classifier may be named too.
    /// </summary>
    public IReadOnlyDictionary<string, double> Given { get; init; } = new Dictionary<string, double>();

    /// <summary>[label] -> weight of examples with the label, and without it; null for 1.</summary>
    internal (float[]? Positive, float[]? Negative) Compute(EncodedLabels encoded)
    {
        if (!IsBalanced) return ComputeGiven(encoded);
        LabelMatrix labels = encoded.Matrix;
        int[] supports = labels.Supports();
        double documents = labels.Count;
        return labels.IsExclusive
            ? ([.. supports.Select(support => (float)(documents / (labels.LabelCount * Math.Max(1.0, support))))], null)
            : ([.. supports.Select(support => (float)(documents / (2 * Math.Max(1.0, support))))], [.. supports.Select(support => (float)(documents / (2 * Math.Max(1.0, documents - support))))]);
    }

    /// <summary>Checks that every label with a weight of its own is one.</summary>
    /// <exception cref="DataException">One is not.</exception>
    internal void Check(EncodedLabels encoded, string classifier)
    {
        string[] known = [.. encoded.Labels, .. encoded.NegativeLabel.Length > 0 ? [encoded.NegativeLabel] : Array.Empty<string>()];
        if (Given.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new DataException($"classifiers.{classifier}.classWeights names '{unknown}', which is not a label{NearestName.Hint(unknown, known)}, expected {Wording.List(known, "or")}");
    }

    private (float[]? Positive, float[]? Negative) ComputeGiven(EncodedLabels encoded)
    {
        if (Given.Count == 0) return (null, null);
        float[]? negative = Given.TryGetValue(encoded.NegativeLabel, out double weight) ? [(float)weight] : null;
        return ([.. encoded.Labels.Select(label => (float)Given.GetValueOrDefault(label, 1))], negative);
    }
}
