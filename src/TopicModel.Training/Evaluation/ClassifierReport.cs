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

    /// <summary>How it did on the test documents; null without any.</summary>
    public MetricBlock? Test { get; init; }

    /// <summary>How it did in cross-validation on the training documents; null without.</summary>
    public CrossValidationReport? CrossValidation { get; init; }

    /// <summary>How long the steps took.</summary>
    public required Timings Timings { get; init; }

    /// <summary>The model file; null when none was written.</summary>
    public ModelInfo? Model { get; init; }
}
