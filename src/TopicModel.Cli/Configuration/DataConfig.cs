namespace TopicModel.Cli.Configuration;

/// <summary>Where the labelled documents are: the part "data" of train.json.</summary>
internal sealed record DataConfig
{
    /// <summary>Files, globs and folders to train on, relative to the folder of train.json; at least one.</summary>
    public IReadOnlyList<string> Train { get; init; } = [];

    /// <summary>Files, globs and folders to test on; empty (default) for a part of the training data.</summary>
    public IReadOnlyList<string> Test { get; init; } = [];

    /// <summary>Share of the training data that is kept back to test on when <see cref="Test"/> is empty, 0 (no test) to 0.9. Default: 0.2.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>Fields by whose values figures are told apart in the reports (genre, source); empty (default) for none, the length is always told.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>File of the labels that people have checked; it need not be there. A full path once loaded. Default: "checked-labels.jsonl" beside train.json.</summary>
    public string CheckedLabels { get; init; } = "checked-labels.jsonl";

    /// <summary>Names of the fields.</summary>
    public FieldsConfig Fields { get; init; } = new();
}
