using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>What a trainer learns from. Checked where it is made, trusted by the trainers.</summary>
public sealed record TrainingProblem
{
    /// <summary>[example, feature].</summary>
    public required SparseMatrix Features { get; init; }

    /// <summary>[example] -> labels. A binary problem has one label that examples have or not.</summary>
    public required LabelMatrix Labels { get; init; }

    /// <summary>[example] -> how often it counts, above 0; null for once each.</summary>
    public float[]? ExampleWeights { get; init; }

    /// <summary>[label] -> how often an example that has the label counts in that label's problem, above 0; null for once each.</summary>
    public float[]? PositiveWeights { get; init; }

    /// <summary>[label] -> how often an example that has not the label counts in that label's problem, above 0; null for once each.</summary>
    public float[]? NegativeWeights { get; init; }

    /// <summary>
    /// [feature * labels + label] -> factor on the feature's values in the label's problem (log-count ratios); null for 1. The weights
    /// that a trainer returns are those for the unscaled values.
    /// </summary>
    public float[]? FeatureScales { get; init; }

    /// <summary>
    /// [example * labels + label] -> dual variable to start from, those that a similar problem ended with (<see cref="TrainingResult.Duals"/>);
    /// null to start from 0. A trainer without dual variables starts as ever.
    /// </summary>
    public float[]? InitialDuals { get; init; }
}
