namespace TopicModel.Hosting;

/// <summary>Where an app's models lie and how their replacement is noticed. Read once, when the models are loaded, and checked then.</summary>
public sealed class TopicModelOptions
{
    /// <summary>
    /// The folder of models (<c>*.tmodel</c>), as <c>topicmodel train</c> writes it. A relative path starts at the app's content root, or at
    /// the working directory where there is no host. Required.
    /// </summary>
    public string Folder { get; set; } = "";

    /// <summary>
    /// Names of the models that the app cannot do without, such as "theme": a folder that lacks one is refused, at the start and later.
    /// Default: empty.
    /// </summary>
    public IList<string> RequiredModels { get; set; } = [];

    /// <summary>Whether replaced model files are loaded while the app runs. Default: true.</summary>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>
    /// How long the folder must have been left alone before it is loaded, so that files which are replaced one after the other are loaded
    /// together. 0 to 1 minute. Default: half a second.
    /// </summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How often the folder is looked at besides, for file systems that do not tell of changes (network shares, mounts of containers).
    /// 10 milliseconds to 1 day. Default: 10 seconds.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);
}
