using TopicModel.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training;

/// <summary>What is to be trained: one entry of <c>classifiers</c> in train.json, checked.</summary>
public sealed record ClassifierSpec
{
    /// <summary>Training documents up to which a learning curve is made unasked.</summary>
    public const int MaxCurveDocuments = 20_000;

    /// <summary>Name; also that of the model file.</summary>
    public required string Name { get; init; }

    /// <summary>What it decides.</summary>
    public required ClassifierKind Kind { get; init; }

    /// <summary>Index of its label field in the data schema.</summary>
    public required int LabelField { get; init; }

    /// <summary>Name of its label field, for messages.</summary>
    public required string LabelFieldName { get; init; }

    /// <summary>The label that counts as positive (binary); null to recognise it ("true", "1", "yes", ...).</summary>
    public string? PositiveLabel { get; init; }

    /// <summary>Names of the text fields, in the order of the data schema.</summary>
    public required IReadOnlyList<string> TextFields { get; init; }

    /// <summary>Names of the text fields whose sentences are candidates (passages).</summary>
    public IReadOnlyList<string> SentenceFields { get; init; } = [];

    /// <summary>What of the text is a feature.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>How the linear model is learned.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>How labels are weighted against each other.</summary>
    public ClassWeighting ClassWeights { get; init; } = ClassWeighting.None;

    /// <summary>How frequent its labels are where it will be used. Default: as in training.</summary>
    public LabelPrevalence Prevalence { get; init; } = LabelPrevalence.AsTrained;

    /// <summary>
    /// How much micro- and macro-F1 (0 to 1) may fall, and log loss rise as a fiftieth of itself, out of fold, by leaving features out of the model that matter
    /// least; 0 to leave none out. Default 0.001.
    /// </summary>
    public double Prune { get; init; } = Fitting.Pruning.DefaultLoss;

    /// <summary>Folds of the cross-validation that calibrates: 2 or more, or 0 for one fit without calibration. Default 5.</summary>
    public int CrossValidation { get; init; } = 5;

    /// <summary>Whether a learning curve is made, which costs about one and a half fits more; null (default) when there are at most 20,000 documents to train on.</summary>
    public bool? WantsLearningCurve { get; init; }

    /// <summary>Whether a learning curve is made of that many training documents; never without cross-validation, which asks for a quick fit.</summary>
    internal bool LearningCurve(int documents) => CrossValidation > 0 && (WantsLearningCurve ?? documents <= MaxCurveDocuments);
}
