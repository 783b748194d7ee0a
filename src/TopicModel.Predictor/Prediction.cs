using System.Globalization;

namespace TopicModel;

/// <summary>What a classifier says of one text. Immutable.</summary>
public sealed class Prediction
{
    internal Prediction(IReadOnlyList<string> labels, string? label, double probability, LabelScores scores) =>
        (Labels, Label, Probability, Scores) = (labels, label, probability, scores);

    /// <summary>
    /// The label: of a multiclass model the most probable one; of a multilabel model the most probable of those given, null when none
    /// is; of a binary model the positive or the negative label.
    /// </summary>
    public string? Label { get; }

    /// <summary>All labels given: one for multiclass and binary, any number for multilabel, in the order of the model's labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>
    /// Probability of <see cref="Label"/>, 0 to 1; of a binary model that of the positive label; when a multilabel model gives none,
    /// the highest of all.
    /// </summary>
    public double Probability { get; }

    /// <summary>Probability of every label; those of a multiclass model add up to 1.</summary>
    public LabelScores Scores { get; }

    /// <summary>"favor (0.912)", "party-diplomacy, economic-integration (0.871)" or "none (0.034)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Labels.Count == 0 ? "none" : string.Join(", ", Labels))} ({Probability:0.000})");
}
