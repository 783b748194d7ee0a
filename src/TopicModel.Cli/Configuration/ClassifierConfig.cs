using TopicModel.Features;
using TopicModel.Training.Fitting;

namespace TopicModel.Cli.Configuration;

/// <summary>One classifier of train.json.</summary>
internal sealed record ClassifierConfig
{
    /// <summary>The only engine of this build.</summary>
    public const string NativeEngine = "native";

    /// <summary>Folds when nothing else is asked for.</summary>
    public const int DefaultFolds = 5;

    /// <summary>Name: letters, digits, '-' and '_'. The model is written to NAME.tmodel.</summary>
    public required string Name { get; init; }

    /// <summary>What it decides.</summary>
    public required ClassifierKind Kind { get; init; }

    /// <summary>Field that holds the label or labels; for passages the sentences.</summary>
    public required string Label { get; init; }

    /// <summary>Value of the label field that is the positive one (binary only); null (default) to guess it from "true", "1", "yes" and the like.</summary>
    public string? Positive { get; init; }

    /// <summary>Who trains. Default and only value: "native".</summary>
    public string Engine { get; init; } = NativeEngine;

    /// <summary>What of the text is a feature.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>Which trainer and how.</summary>
    public TrainerConfig Trainer { get; init; } = new();

    /// <summary>How much examples of a label count; null (default) for once each.</summary>
    public ClassWeightsConfig? ClassWeights { get; init; }

    /// <summary>[label] -> share of the documents where the classifier is to be used, above 0 and below 1; labels that are not named are as frequent as in training. Default: none is named.</summary>
    public IReadOnlyDictionary<string, double> Prevalence { get; init; } = new Dictionary<string, double>();

    /// <summary>Folds, 2 to 20, for calibration, thresholds and the cross-validated metrics; 0 for none of these. Default: 5.</summary>
    public int CrossValidation { get; init; } = DefaultFolds;

    /// <summary>
    /// How much micro- and macro-F1 may fall, and log loss rise as a fiftieth of itself, out of fold, by leaving features out of the model that matter least, 0 (none is left out) to
    /// 0.1. Default: 0.001.
    /// </summary>
    public double Prune { get; init; } = Pruning.DefaultLoss;

    /// <summary>Whether the report has a learning curve, which takes about one and a half fits more; null (default) when there are at most 20,000 documents to train on.</summary>
    public bool? LearningCurve { get; init; }

    /// <summary>Text fields whose sentences are candidates (passages only). Default: the last text field; empty for other kinds.</summary>
    public IReadOnlyList<string> SentenceFields { get; init; } = [];
}
