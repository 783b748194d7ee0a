using Microsoft.Extensions.Configuration;
using TopicModel.Training;

namespace TopicModel.Cli.Configuration;

/// <summary>
/// The layer of the environment variables that start with TOPICMODEL_; two underscores stand for a level: TOPICMODEL_DATA__HOLDOUT. Only those
/// whose first level is a key of the configuration belong to it: others may be anybody's, and must not stop the console.
/// </summary>
/// <param name="provider">The variables.</param>
internal sealed class EnvironmentLayer(IConfigurationProvider provider)
    : ConfigLayer(provider, key => $"environment variable {Prefix}{Spell(provider, key).Replace(":", "__", StringComparison.Ordinal)}")
{
    /// <summary>What the names of the variables start with.</summary>
    public const string Prefix = "TOPICMODEL_";

    /// <summary>Name behind the prefix of the variable that is no configuration: it shows where an unexpected error came from.</summary>
    public const string Debug = "DEBUG";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ChildKeys(string key) => key.Length > 0 ? base.ChildKeys(key) : [.. base.ChildKeys(key).Where(IsConfiguration)];

    /// <summary>A sentence for each variable that is passed over, but was most likely meant for the configuration: its name is near to a key.</summary>
    public IEnumerable<string> FindMisspelt()
    {
        foreach (string name in base.ChildKeys("").Where(name => !IsConfiguration(name) && !string.Equals(name, Debug, StringComparison.OrdinalIgnoreCase)))
            if (NearestName.Hint(name, ConfigKeys.Root) is { Length: > 0 } hint)
                yield return $"{Place(Descendants(name).Select(below => $"{name}:{below}").FirstOrDefault(name))} is passed over: '{name}' is no key of the configuration{hint}";
    }

    private bool IsConfiguration(string name) => ConfigKeys.Root.Any(key => IsSame(name, key));

    /// <summary>A key path as the variable spells it.</summary>
    private static string Spell(IConfigurationProvider provider, string key)
    {
        string? spelt = null;
        foreach (string name in key.Split(':'))
        {
            string own = provider.GetChildKeys([], spelt).FirstOrDefault(child => string.Equals(child, name, StringComparison.OrdinalIgnoreCase)) ?? name;
            spelt = spelt is null ? own : $"{spelt}:{own}";
        }
        return spelt!;
    }
}
