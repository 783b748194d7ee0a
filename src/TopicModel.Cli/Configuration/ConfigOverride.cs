namespace TopicModel.Cli.Configuration;

/// <summary>A value of the command line that replaces one of train.json.</summary>
/// <param name="Key">Key path with dots: "data.holdout".</param>
/// <param name="Value">The value; elements of a list have commas between them, null is "null".</param>
/// <param name="Option">The option that gave it, for messages: "--set".</param>
internal sealed record ConfigOverride(string Key, string Value, string Option)
{
    /// <summary>Reads "data.holdout=0.3", the argument of --set.</summary>
    /// <exception cref="ConfigException">It is not of the form key=value.</exception>
    public static ConfigOverride Parse(string argument)
    {
        int equals = argument.IndexOf('=');
        string key = equals < 0 ? "" : argument[..equals].Trim();
        if (key.Length == 0 || key.Split('.').Any(string.IsNullOrWhiteSpace))
            throw new ConfigException($"--set: '{argument}' is not of the form key=value, as in --set data.holdout=0.3");
        return new ConfigOverride(key, argument[(equals + 1)..], "--set");
    }
}
