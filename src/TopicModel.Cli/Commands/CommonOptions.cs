using System.CommandLine;
using System.Globalization;
using TopicModel.Cli.Configuration;

namespace TopicModel.Cli.Commands;

/// <summary>Options that several commands take, and what they mean together.</summary>
internal static class CommonOptions
{
    /// <summary>Name of the configuration file when none is given.</summary>
    public const string DefaultConfig = "train.json";

    /// <summary>--config FILE.</summary>
    public static readonly Option<string?> Config = new("--config") { HelpName = "FILE", Description = "The configuration. Default: train.json in the working directory" };

    /// <summary>--models DIR.</summary>
    public static readonly Option<string?> Models = new("--models") { HelpName = "DIR", Description = "Folder of the models. Default: output.models of the configuration" };

    /// <summary>--output DIR.</summary>
    public static readonly Option<string?> Output = new("--output") { HelpName = "DIR", Description = "Folder below which output.models and output.reports are written. Default: that of the configuration" };

    /// <summary>--threads N.</summary>
    public static readonly Option<int?> Threads = WholeNumber("--threads", 0, ConfigLoader.MaxThreads, "Threads to use, 0 for one each core; no result depends on it");

    /// <summary>--seed N.</summary>
    public static readonly Option<int?> Seed = WholeNumber("--seed", 0, int.MaxValue, "Start of every random sequence");

    /// <summary>--set KEY=VALUE, any number of times.</summary>
    public static readonly Option<string[]> Set = new("--set") { HelpName = "KEY=VALUE", Description = "A value in place of one of the configuration: --set data.holdout=0.3 --set classifiers.theme.features.words=1,3" };

    /// <summary>--json.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "The result as JSON on standard output, and nothing else there" };

    /// <summary>--quiet.</summary>
    public static readonly Option<bool> Quiet = new("--quiet") { Description = "No progress and no notes, only warnings and errors" };

    /// <summary>Loads the configuration that the options ask for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="warn">Told what may be wrong and does not stop anything.</param>
    /// <exception cref="ConfigException">It cannot be used.</exception>
    public static TrainConfig LoadConfig(ParseResult arguments, Action<string> warn)
    {
        TrainConfig config = ConfigLoader.Load(ConfigPath(arguments), Overrides(arguments), warn);
        return Find(arguments, Output) is { } folder ? config with { Output = Below(folder, config) } : config;
    }

    /// <summary>Threads to use, at least 1: --threads, or one for each core.</summary>
    public static int ThreadCount(ParseResult arguments) => arguments.GetValue(Threads) is { } threads and > 0 ? threads : Environment.ProcessorCount;

    /// <summary>The configuration file to read.</summary>
    public static string ConfigPath(ParseResult arguments) => Find(arguments, Config) ?? DefaultConfig;

    /// <summary>The value of an option that the command may not even have.</summary>
    public static T? Find<T>(ParseResult arguments, Option<T> option) => arguments.GetResult(option) is null ? default : arguments.GetValue(option);

    /// <summary>An option whose argument is a whole number in a range.</summary>
    public static Option<int?> WholeNumber(string name, int min, int max, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max) return number;
            result.AddError($"{name} is '{text}'; {(max == int.MaxValue ? $"a whole number of at least {min}" : $"a whole number from {min} to {max}")} was expected");
            return null;
        },
    };

    /// <summary>Everything that the command line says in place of the configuration; --threads and --seed count more than --set.</summary>
    private static List<ConfigOverride> Overrides(ParseResult arguments)
    {
        List<ConfigOverride> overrides = [.. (Find(arguments, Set) ?? []).Select(ConfigOverride.Parse)];
        if (Find(arguments, Threads) is { } threads) overrides.Add(new ConfigOverride("threads", threads.ToString(CultureInfo.InvariantCulture), Threads.Name));
        if (Find(arguments, Seed) is { } seed) overrides.Add(new ConfigOverride("seed", seed.ToString(CultureInfo.InvariantCulture), Seed.Name));
        return overrides;
    }

    /// <summary>The configured folders, moved: what is relative to the configuration is relative to <paramref name="folder"/>.</summary>
    private static OutputConfig Below(string folder, TrainConfig config) => new()
    {
        Models = Path.GetFullPath(Path.GetRelativePath(config.Folder, config.Output.Models), Path.GetFullPath(folder)),
        Reports = Path.GetFullPath(Path.GetRelativePath(config.Folder, config.Output.Reports), Path.GetFullPath(folder)),
    };
}
