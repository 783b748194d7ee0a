using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using TopicModel.Json;

namespace TopicModel;

/// <summary>
/// What a classifier says of one text. Immutable. As JSON it is the object that the console's <c>predict</c> writes for its kind:
/// multiclass <c>label</c>, <c>probability</c>, <c>scores</c>; multilabel <c>labels</c>, <c>scores</c>; binary <c>isPositive</c>, <c>probability</c>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(PredictionConverter))]
public sealed class Prediction
{
    internal Prediction(ClassifierKind kind, IReadOnlyList<string> labels, string? label, double probability, LabelScores scores) =>
        (Kind, Labels, Label, Probability, Scores) = (kind, labels, label, probability, scores);

    /// <summary>What the classifier decides.</summary>
    public ClassifierKind Kind { get; }

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

    /// <summary>Probability of every label; those of a multiclass model add up to 1. A binary model has the positive label alone.</summary>
    public LabelScores Scores { get; }

    /// <summary>Whether any label of <see cref="Scores"/> is given: of a binary model whether it says yes; always true for multiclass.</summary>
    public bool IsPositive => Labels.Count > 0 && Scores.ContainsKey(Labels[0]);

    /// <summary>"favor (0.912)", "party-diplomacy, economic-integration (0.871)" or "none (0.034)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Labels.Count == 0 ? "none" : string.Join(", ", Labels))} ({Probability:0.000})");
}
