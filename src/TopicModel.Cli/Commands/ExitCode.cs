namespace TopicModel.Cli.Commands;

/// <summary>What the process tells its caller.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Failed while running, or cancelled.</summary>
    Failed = 1,

    /// <summary>Wrong usage, configuration or data; a file that is missing, damaged or cannot be written.</summary>
    Usage = 2,

    /// <summary>A gate was missed (--fail-under).</summary>
    GateMissed = 3,
}
