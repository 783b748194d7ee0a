namespace TopicModel.Cli.Configuration;

/// <summary>Where results are written: the part "output" of train.json.</summary>
internal sealed record OutputConfig
{
    /// <summary>Folder of the models; a full path once loaded. Default: "models" beside train.json.</summary>
    public string Models { get; init; } = "models";

    /// <summary>Folder of the reports; a full path once loaded. Default: "models/reports" beside train.json.</summary>
    public string Reports { get; init; } = "models/reports";
}
