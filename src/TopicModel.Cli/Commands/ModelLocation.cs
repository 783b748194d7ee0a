using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Format;

namespace TopicModel.Cli.Commands;

/// <summary>Where trained models are, and how the identifier of an article is called.</summary>
/// <param name="Folder">Folder of the models.</param>
/// <param name="IdField">Name of the identifier's field.</param>
internal sealed record ModelLocation(string Folder, string IdField)
{
    /// <summary>
    /// From --models, else from the configuration, else the default folder. With --models the configuration is only read when it was
    /// asked for by name: a wrong train.json must not stop somebody who has models.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="warn">Told what may be wrong and does not stop anything.</param>
    /// <exception cref="ConfigException">The configuration cannot be used.</exception>
    public static ModelLocation Of(ParseResult arguments, Action<string> warn)
    {
        string? folder = CommonOptions.Find(arguments, CommonOptions.Models);
        bool needsConfig = CommonOptions.Find(arguments, CommonOptions.Config) is not null || (folder is null && File.Exists(CommonOptions.DefaultConfig));
        if (!needsConfig) return new ModelLocation(folder ?? new OutputConfig().Models, new FieldsConfig().Id);
        TrainConfig config = CommonOptions.LoadConfig(arguments, warn);
        return new ModelLocation(folder ?? config.Output.Models, config.Data.Fields.Id);
    }

    /// <summary>The path of a model by its path, or by its name in the folder.</summary>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    public string PathOf(string model)
    {
        string inFolder = Path.Combine(Folder, model + ModelLayout.FileExtension);
        return File.Exists(inFolder) ? inFolder : throw new FileNotFoundException($"{model}: there is no such file, and no model of that name in {Folder}");
    }
}
