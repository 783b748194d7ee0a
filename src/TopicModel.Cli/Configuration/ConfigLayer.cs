using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace TopicModel.Cli.Configuration;

/// <summary>One source of configuration: the file, the environment, or the command line.</summary>
/// <param name="provider">Its values, by key path with colons, in any case.</param>
/// <param name="place">[key path with colons] -> where it was said, for messages.</param>
internal class ConfigLayer(IConfigurationProvider provider, Func<string, string> place)
{
    /// <summary>Its values.</summary>
    protected IConfigurationProvider Provider { get; } = provider;

    /// <summary>Where a key was said: "train.json", "environment variable TOPICMODEL_SEED", "--set".</summary>
    public string Place(string key) => place(key);

    /// <summary>What it says about a key; null when nothing.</summary>
    public virtual ConfigEntry? Find(string key)
    {
        if (Provider.TryGet(key, out string? text)) return ConfigEntry.OfText(Place(key), text);
        return ChildKeys(key).Count > 0 ? new ConfigEntry(Place(key), JsonValueKind.Undefined, null, "an object") : null;
    }

    /// <summary>Names directly below a key ("" for the root), each once, as they are spelt here.</summary>
    public virtual IReadOnlyList<string> ChildKeys(string key) =>
        [.. Provider.GetChildKeys([], key.Length == 0 ? null : key).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether a name that was written is a name that is allowed: environment variables are often all upper case.</summary>
    public virtual bool IsSame(string written, string allowed) => string.Equals(written, allowed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of all values below a key, with colons for every level between: labels may contain colons.</summary>
    public virtual IEnumerable<string> Descendants(string key) => ChildKeys(key).SelectMany(name =>
        Provider.TryGet($"{key}:{name}", out _) ? [name] : Descendants($"{key}:{name}").Select(below => $"{name}:{below}"));
}
