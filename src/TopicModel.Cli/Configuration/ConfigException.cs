namespace TopicModel.Cli.Configuration;

/// <summary>
/// The configuration cannot be used. The message names where it was said (file, environment variable, option), the key path, the
/// value and what is allowed, in one sentence for the user; the console prints it and exits with code 2.
/// </summary>
internal sealed class ConfigException : Exception
{
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">What a parser or trainer said, if one did.</param>
    public ConfigException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
