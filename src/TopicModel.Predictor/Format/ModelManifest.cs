using System.Text.Json.Serialization;

namespace TopicModel.Format;

/// <summary>What a model is, in the JSON section of its file. Property names are camelCase there; nothing depends on time or machine.</summary>
public sealed record ModelManifest
{
    /// <summary>Name of the classifier in train.json ("theme").</summary>
    public required string Name { get; init; }

    /// <summary>What it decides.</summary>
    public required ClassifierKind Kind { get; init; }

    /// <summary>[output] -> label. A binary classifier and passages have one: the positive label.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Label of the documents that a binary classifier calls negative; empty for other kinds.</summary>
    public string NegativeLabel { get; init; } = "";

    /// <summary>Name of the field that the labels stood in.</summary>
    public string LabelField { get; init; } = "";

    /// <summary>Names of the text fields, in order.</summary>
    public required IReadOnlyList<string> TextFields { get; init; }

    /// <summary>Names of the text fields whose sentences are candidates (passages); empty for other kinds.</summary>
    public IReadOnlyList<string> SentenceFields { get; init; } = [];

    /// <summary>What of the text is a feature.</summary>
    public required Features.FeatureOptions Features { get; init; }

    /// <summary>Name of the trainer ("LinearSvm").</summary>
    public required string Trainer { get; init; }

    /// <summary>[option name] -> value, as text.</summary>
    public IReadOnlyDictionary<string, string> TrainerOptions { get; init; } = new Dictionary<string, string>();

    /// <summary>"softmax" or "sigmoid".</summary>
    public required string Link { get; init; }

    /// <summary>Whether slopes, offsets and thresholds were fitted on out-of-fold scores; otherwise probabilities are only scores in disguise.</summary>
    public required bool Calibrated { get; init; }

    /// <summary>[output] -> slope of the calibration.</summary>
    public required IReadOnlyList<double> Slopes { get; init; }

    /// <summary>[output] -> offset of the calibration.</summary>
    public required IReadOnlyList<double> Offsets { get; init; }

    /// <summary>[output] -> probability from which a label is given; empty for multiclass, which takes the most probable.</summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>
    /// [label] -> share of the documents, above 0 and below 1, that calibration and thresholds, of passages those of the document rule, are made for; labels that are not named are as frequent as in
    /// training. Null where all are.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Prevalence { get; init; }

    /// <summary>How a document is judged by its sentences; null unless passages.</summary>
    public DocumentRule? Document { get; init; }

    /// <summary>Number of documents trained on.</summary>
    public required int TrainingDocuments { get; init; }

    /// <summary>Hash of the texts and labels trained on, 16 hexadecimal digits.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>[metric] -> value on the test set ("microF1"); empty without one.</summary>
    public IReadOnlyDictionary<string, double> TestMetrics { get; init; } = new Dictionary<string, double>();

    /// <summary>Version of the tool that trained it.</summary>
    public required string ToolVersion { get; init; }
}
