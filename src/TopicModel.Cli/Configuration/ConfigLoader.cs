using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace TopicModel.Cli.Configuration;

/// <summary>
/// Loads train.json with what the environment (TOPICMODEL_DATA__HOLDOUT) and then the command line (--set data.holdout=0.3) say in
/// its stead, and checks everything that can be checked without the data.
/// </summary>
internal static class ConfigLoader
{
    /// <summary>Most threads that may be asked for.</summary>
    public const int MaxThreads = 1024;

    /// <summary>Largest share that may be held out.</summary>
    public const double MaxHoldout = 0.9;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file, relative to the working directory.</param>
    /// <param name="overrides">What the command line says; of equal keys the last counts.</param>
    /// <param name="warn">Told what may be wrong and does not stop anything; null for nobody.</param>
    /// <param name="environment">Where environment variables come from, without their prefix; null for the process.</param>
    /// <exception cref="ConfigException">The file or a value cannot be used.</exception>
    public static TrainConfig Load(string path, IReadOnlyList<ConfigOverride> overrides, Action<string>? warn = null, IConfigurationSource? environment = null)
    {
        var variables = environment ?? new EnvironmentVariablesConfigurationSource { Prefix = EnvironmentLayer.Prefix };
        var environmentLayer = new EnvironmentLayer(Build(variables));
        foreach (string misspelt in environmentLayer.FindMisspelt()) warn?.Invoke(misspelt);
        var root = new ConfigNode([new FileLayer(ConfigFile.Read(path)), environmentLayer, CommandLine(overrides)], "");
        root.CheckKeys(ConfigKeys.Root);
        var defaults = new TrainConfig { File = Path.GetFullPath(path), Data = ReadData(root["data"], Path.GetDirectoryName(Path.GetFullPath(path))!), Output = new OutputConfig() };
        return defaults with
        {
            Output = ReadOutput(root["output"], defaults.Folder),
            Seed = root["seed"].Integer(0, int.MaxValue, defaults.Seed),
            Threads = root["threads"].Integer(0, MaxThreads, defaults.Threads),
            Classifiers = ReadClassifiers(root["classifiers"], defaults.Data.Fields),
        };
    }

    private static IConfigurationProvider Build(IConfigurationSource source) => new ConfigurationBuilder().Add(source).Build().Providers.Single();

    private static ConfigLayer CommandLine(IReadOnlyList<ConfigOverride> overrides)
    {
        var values = new Dictionary<string, ConfigOverride>(StringComparer.OrdinalIgnoreCase);
        foreach (ConfigOverride item in overrides) values[item.Key.Replace('.', ':')] = item;
        var source = new MemoryConfigurationSource { InitialData = values.Select(item => KeyValuePair.Create(item.Key, (string?)item.Value.Value)) };
        return new ConfigLayer(Build(source), key => values.TryGetValue(key, out ConfigOverride? item) ? item.Option : "--set");
    }

    private static DataConfig ReadData(ConfigNode data, string folder)
    {
        const string files = "a list of data files, globs or folders";
        data.CheckKeys(ConfigKeys.Data);
        var defaults = new DataConfig();
        return new DataConfig
        {
            Train = data["train"].Exists ? data["train"].Texts(files, 1, []) : throw data["train"].Expected(files),
            Test = data["test"].Texts(files, 0, defaults.Test),
            Holdout = data["holdout"].Entry is null ? defaults.Holdout : data["holdout"].Number(share => share is >= 0 and <= MaxHoldout, FormattableString.Invariant($"a number from 0 (no test) to {MaxHoldout}")),
            Fields = ReadFields(data["fields"]),
            Slices = data["slices"].Texts("a list of field names", 0, defaults.Slices),
            CheckedLabels = Path.GetFullPath(data["checkedLabels"].Text("the path of a file", defaults.CheckedLabels), folder),
        };
    }

    private static FieldsConfig ReadFields(ConfigNode fields)
    {
        fields.CheckKeys(ConfigKeys.Fields);
        var defaults = new FieldsConfig();
        return new FieldsConfig
        {
            Id = fields["id"].Text("the name of a field", defaults.Id),
            Text = fields["text"].Texts("a list of field names", 1, defaults.Text),
        };
    }

    private static OutputConfig ReadOutput(ConfigNode output, string folder)
    {
        output.CheckKeys(ConfigKeys.Output);
        var defaults = new OutputConfig();
        return new OutputConfig
        {
            Models = Path.GetFullPath(output["models"].Text("the path of a folder", defaults.Models), folder),
            Reports = Path.GetFullPath(output["reports"].Text("the path of a folder", defaults.Reports), folder),
        };
    }

    private static ClassifierConfig[] ReadClassifiers(ConfigNode classifiers, FieldsConfig fields)
    {
        const string expected = "an object with at least one classifier";
        if (!classifiers.Exists) throw classifiers.Expected(expected);
        classifiers.CheckIsObject();
        classifiers.CheckNames("classifier", "kind");
        var reader = new ClassifierReader(fields);
        ClassifierConfig[] read = [.. classifiers.Names.Select(name => reader.Read(name, classifiers[name]))];
        return read.Length > 0 ? read : throw classifiers.Error($"is empty; {expected} was expected");
    }
}
