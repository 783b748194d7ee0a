using System.Text.Json.Serialization;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation;

/// <summary>What became of one classifier.</summary>
public sealed record ClassifierReport
{
    /// <summary>What it decides.</summary>
    public required ClassifierKind Kind { get; init; }

    /// <summary>Labels of the model; a binary classifier and passages have one, the positive.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How it was trained.</summary>
    public required TrainerReport Trainer { get; init; }

    /// <summary>Whether probabilities and thresholds were fitted on out-of-fold scores; if not, probabilities are only scores in disguise.</summary>
    public required bool Calibrated { get; init; }

    /// <summary>[label] -> share of the documents that probabilities and thresholds are made for; labels that are not named are as frequent as in training. Null where all are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Prevalence { get; init; }

    /// <summary>How it did on the test documents; null without any.</summary>
    public MetricBlock? Test { get; init; }

    /// <summary>How it did in cross-validation on the training documents; null without.</summary>
    public CrossValidationReport? CrossValidation { get; init; }

    /// <summary>Score on the test documents against the share of the training documents; null when it was switched off, or without test or cross-validation.</summary>
    public LearningCurve? LearningCurve { get; init; }

    /// <summary>
    /// The documents by each field of <c>data.slices</c> and by length, in that order. Where the test is a part of the data that was held out,
    /// the training documents are in it too, judged out of fold; with test files of their own, or in an evaluation, only the test documents.
    /// </summary>
    public IReadOnlyList<SliceTable> Slices
    {
        get;
        // Generated code of System.Text.Json sets what a report of an older version has not.
        init => field = value ?? [];
    } = [];

    /// <summary>Whether <see cref="Slices"/> count the training documents too, each judged by a model that has not seen it.</summary>
    public bool SlicesIncludeTraining { get; init; }

    /// <summary>How many labels are probably wrong; null without cross-validation.</summary>
    public LabelQuality? LabelQuality { get; init; }

    /// <summary>How long the steps took.</summary>
    public required Timings Timings { get; init; }

    /// <summary>The model file; null when none was written.</summary>
    public ModelInfo? Model { get; init; }
}
