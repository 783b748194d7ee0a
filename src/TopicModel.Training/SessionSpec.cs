namespace TopicModel.Training;

/// <summary>What a training session does: train.json, checked.</summary>
public sealed record SessionSpec
{
    /// <summary>Folder that relative patterns start from.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>Training files, folders or patterns.</summary>
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>Test files, folders or patterns; empty to hold out a part of the training data instead.</summary>
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Share of the training documents that is held out as test set when there are no test files; 0 to 0.9. Default 0.2.</summary>
    public double HoldOut { get; init; } = 0.2;

    /// <summary>Name of the field with the identifier.</summary>
    public string IdField { get; init; } = "id";

    /// <summary>Names of the text fields, in reading order.</summary>
    public required IReadOnlyList<string> TextFields { get; init; }

    /// <summary>Names of the label fields; <see cref="ClassifierSpec.LabelField"/> is an index into them.</summary>
    public required IReadOnlyList<string> LabelFields { get; init; }

    /// <summary>Full path of the file with the labels that people have checked; it need not be there. Default: null, none are.</summary>
    public string? CheckedLabels { get; init; }

    /// <summary>Names of the fields by whose values figures are told apart; they need not be in the data. Default: none.</summary>
    public IReadOnlyList<string> SliceFields { get; init; } = [];

    /// <summary>The classifiers, in the order in which they are trained.</summary>
    public required IReadOnlyList<ClassifierSpec> Classifiers { get; init; }

    /// <summary>Folder that the model files go to.</summary>
    public required string ModelsFolder { get; init; }

    /// <summary>How the models folder is named in the report.</summary>
    public required string ModelsName { get; init; }
}
