using Microsoft.Extensions.Configuration;

namespace TopicModel.Cli.Configuration;

/// <summary>The layer of the environment variables that start with TOPICMODEL_; two underscores stand for a level: TOPICMODEL_DATA__HOLDOUT.</summary>
/// <param name="provider">The variables.</param>
internal sealed class EnvironmentLayer(IConfigurationProvider provider)
    : ConfigLayer(provider, key => $"environment variable {Prefix}{Spell(provider, key).Replace(":", "__", StringComparison.Ordinal)}")
{
    /// <summary>What the names of the variables start with.</summary>
    public const string Prefix = "TOPICMODEL_";

    /// <summary>Name behind the prefix of the variable that is no configuration: it shows where an unexpected error came from.</summary>
    public const string Debug = "DEBUG";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ChildKeys(string key) =>
        key.Length > 0 ? base.ChildKeys(key) : [.. base.ChildKeys(key).Where(name => !string.Equals(name, Debug, StringComparison.OrdinalIgnoreCase))];

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
