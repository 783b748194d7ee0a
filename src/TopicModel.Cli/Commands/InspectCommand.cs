using System.CommandLine;
using TopicModel.Cli.Reports;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Fitting;

namespace TopicModel.Cli.Commands;

/// <summary>Shows what is in a model file.</summary>
internal sealed class InspectCommand : CliCommand
{
    private const int DefaultTop = 10;

    private readonly Argument<string> _model = new("MODEL") { Description = "A model file, or the name of a model in the folder of the models" };

    private readonly Option<int?> _top = CommonOptions.WholeNumber("--top", 0, NgramNames.PerSide, $"N-grams to show for and against each label. Default: {DefaultTop}");

    /// <summary>Makes the command.</summary>
    public InspectCommand() : base("inspect", "Shows a model: what it is, what it takes up, its strongest n-grams by label.",
        "topicmodel inspect models/theme.tmodel --top 20", CommonOptions.Config, CommonOptions.Models, CommonOptions.Set)
    {
        AddArgument(_model);
        Options.Add(_top);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        string name = arguments.GetRequiredValue(_model);
        string path = File.Exists(name) ? name : ModelLocation.Of(arguments, context.Warn).PathOf(name);
        byte[] file = File.ReadAllBytes(path);
        TextModel model = ModelReader.Read(file, path);
        var inspection = new ModelInspection(path, file.Length, [.. new SectionTable(file, path).Sections], model, arguments.GetValue(_top) ?? DefaultTop);
        if (context.IsJson) context.WriteJson(inspection.WriteJson);
        else inspection.WriteText(context);
        return ExitCode.Done;
    }
}
