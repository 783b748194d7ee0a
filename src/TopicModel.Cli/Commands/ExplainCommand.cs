using System.CommandLine;
using System.Text;
using TopicModel.Cli.Reports;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Commands;

/// <summary>Shows which words of an article spoke for and against each label.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> _fileName = new("FILE") { Description = "A .txt file, a row of a .jsonl, .csv or .tsv file (--row), or - for standard input" };

    private readonly Option<int?> _row = CommonOptions.WholeNumber("--row", 1, int.MaxValue, "Row of the file, from 1. Default: 1");

    private readonly Option<string?> _model = new("--model") { HelpName = "NAME", Description = "Name of the only model to ask. Default: all" };

    private readonly Option<string?> _html = new("--html") { HelpName = "OUT", Description = "Write the explanation as an HTML page to this file" };

    /// <summary>Makes the command.</summary>
    public ExplainCommand() : base("explain", "Shows which words of an article spoke for and against each label.",
        "topicmodel explain news.jsonl --row 3 --model theme --html why.html", CommonOptions.Config, CommonOptions.Models, CommonOptions.Set)
    {
        AddArgument(_fileName);
        foreach (Option option in new Option[] { _row, _model, _html }) Options.Add(option);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        using var models = new LoadedModels(ModelLocation.Of(arguments, context.Warn));
        InputRow row = ReadRow(arguments.GetRequiredValue(_fileName), arguments.GetValue(_row) ?? 1, models, context);
        ArticleExplanation explanation = ArticleExplanation.Of(models.Analyzer, row, models.TextFields, arguments.GetValue(_model));
        string? html = arguments.GetValue(_html);
        if (html is not null)
        {
            using var files = new StagedFiles();
            files.Stage(html, Encoding.UTF8.GetBytes(ExplanationHtml.Write(explanation)));
            files.Commit();
            context.Progress.Note($"{html} written");
        }
        if (context.IsJson) context.WriteJson(writer => ExplanationJson.Write(writer, explanation));
        else if (html is null) new ExplanationText(context).Write(explanation);
        return ExitCode.Done;
    }

    private static InputRow ReadRow(string file, int number, LoadedModels models, CommandContext context)
    {
        int count = 0;
        foreach (InputRow row in InputReader.Read([file], Directory.GetCurrentDirectory(), models.IdField, models.TextFields, keepFields: false, context.Input, context.Cancellation))
            if (++count == number) return row;
        throw new DataException($"{file}: there is no row {number}; the file has {count}");
    }
}
