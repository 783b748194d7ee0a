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
    /// <summary>Says what a classifier could have said: <c>new Prediction(ClassifierKind.Multiclass, ["favor"], scores)</c>. For tests of apps.</summary>
    /// <param name="kind">What the classifier decides; not passages.</param>
    /// <param name="labels">The labels given: one of a multiclass model, any number of a multilabel one, the positive or the negative of a binary one.</param>
    /// <param name="scores">The probability of each of the classifier's labels; of a binary model that of the positive label.</param>
    /// <exception cref="ArgumentException">The kind has no such labels or scores.</exception>
    public Prediction(ClassifierKind kind, IReadOnlyList<string> labels, LabelScores scores)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        if (kind is not (ClassifierKind.Binary or ClassifierKind.Multiclass or ClassifierKind.Multilabel)) throw new ArgumentException($"a prediction of kind {kind} was asked for, Binary, Multiclass or Multilabel was expected");
        if (kind != ClassifierKind.Multilabel && labels.Count != 1) throw new ArgumentException($"{labels.Count} labels are given, kind {kind} gives 1");
        if (kind == ClassifierKind.Binary && scores.Count != 1) throw new ArgumentException($"there are scores of {scores.Count} labels, kind Binary has that of the positive one");
        if (kind != ClassifierKind.Binary && labels.FirstOrDefault(label => !scores.ContainsKey(label)) is { } unknown) throw new ArgumentException($"label '{unknown}' is given, there are scores of {string.Join(", ", scores.Keys)}");
        (Kind, Labels, Scores) = (kind, labels, scores);
        Label = kind == ClassifierKind.Binary ? labels[0] : labels.MaxBy(label => scores[label]);
        Probability = kind == ClassifierKind.Binary || Label is null ? scores.Values.Max() : scores[Label];
    }

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
