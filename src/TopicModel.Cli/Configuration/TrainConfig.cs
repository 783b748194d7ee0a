namespace TopicModel.Cli.Configuration;

/// <summary>A whole train.json, checked. Immutable.</summary>
internal sealed record TrainConfig
{
    /// <summary>Seed when nothing else is asked for.</summary>
    public const int DefaultSeed = 42;

    /// <summary>The file it was read from, as a full path.</summary>
    public required string File { get; init; }

    /// <summary>Folder of the file: what relative paths in it are relative to.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Where the labelled documents are.</summary>
    public required DataConfig Data { get; init; }

    /// <summary>Where models and reports are written.</summary>
    public required OutputConfig Output { get; init; }

    /// <summary>Start of every random sequence, 0 or above. Default: 42.</summary>
    public int Seed { get; init; } = DefaultSeed;

    /// <summary>Threads to use, 0 to 1024; 0 (default) is one for each core.</summary>
    public int Threads { get; init; }

    /// <summary>The classifiers to train, in the ordinal order of their names; at least one.</summary>
    public IReadOnlyList<ClassifierConfig> Classifiers { get; init; } = [];

    /// <summary>Names of the fields that hold labels, each once, in the order of the classifiers.</summary>
    public IReadOnlyList<string> LabelFields => [.. Classifiers.Select(classifier => classifier.Label).Distinct(StringComparer.Ordinal)];

    /// <summary>Threads to use, at least 1.</summary>
    public int ThreadCount => Threads == 0 ? Environment.ProcessorCount : Threads;
}
