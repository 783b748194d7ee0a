using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Commands;

/// <summary>Looks at a data file and writes a train.json for it.</summary>
internal sealed class InitCommand : CliCommand
{
    private static readonly string[] DataEndings = [".jsonl", ".csv", ".tsv", ".jsonl.gz", ".csv.gz", ".tsv.gz"];

    private readonly Argument<string?> _data = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The data: .jsonl, .csv or .tsv (each also .gz), or a folder of LABEL/*.txt. Default: the only data file in the working directory",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the configuration if there is one" };

    /// <summary>Makes the command.</summary>
    public InitCommand() : base("init", "Looks at a data file and writes a train.json for it.", "topicmodel init articles.jsonl --config train.json", CommonOptions.Config)
    {
        AddArgument(_data);
        Options.Add(_force);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        string data = arguments.GetValue(_data) ?? FindData(), config = CommonOptions.ConfigPath(arguments);
        if (File.Exists(config) && !arguments.GetValue(_force)) throw new ConfigException($"{config}: there is a configuration already; --force replaces it");
        SniffedSchema schema = SchemaSniffer.Look(data);
        if (schema.TextFields.Count == 0) throw new DataException($"{data}: no field looks like text; there are {Names(schema)}");
        if (schema.LabelFields.Count == 0) throw new DataException($"{data}: no field looks like labels; there are {Names(schema)}");
        byte[] json = StarterConfig.Write(schema, Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(config))!, Path.GetFullPath(data)).Replace('\\', '/'));
        using var files = new StagedFiles();
        files.Stage(config, json);
        files.Commit();
        if (context.IsJson) context.Output.Write(json);
        else Tell(context, schema, config);
        return ExitCode.Done;
    }

    private static void Tell(CommandContext context, SniffedSchema schema, string config)
    {
        context.Out.WriteLine($"{config} written: text in {string.Join(", ", schema.TextFields)}; labels in {string.Join(", ", schema.LabelFields.Select(label => $"{label.Field} ({ConfigKeys.NameOf(label.Kind)})"))}");
        context.Progress.Note("next: 'topicmodel check' looks at the data, 'topicmodel train' trains");
    }

    private static string Names(SniffedSchema schema) => string.Join(", ", schema.Fields.Select(field => field.Name));

    private static string FindData()
    {
        string[] files = [.. Directory.GetFiles(".").Select(file => Path.GetFileName(file)).Where(file => DataEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal)];
        return files.Length == 1 ? files[0] : throw new ConfigException(files.Length == 0
            ? $"there is no data file ({string.Join(", ", DataEndings)}) in the working directory; name one: topicmodel init FILE"
            : $"there are several data files in the working directory ({string.Join(", ", files)}); name one: topicmodel init FILE");
    }
}
