using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Training;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Commands;

/// <summary>Measures existing models on a labelled file.</summary>
internal sealed class EvaluateCommand : CliCommand
{
    private readonly Option<string[]> _data = new("--data") { HelpName = "FILE", Description = "Labelled documents: files, globs or folders", Required = true };
    private readonly Option<string[]> _failUnder = new("--fail-under")
    {
        HelpName = "NAME.METRIC=NUMBER",
        Description = "Exit code 3 when a metric is below the number (logLoss, brier, ece: above): theme.microF1=0.9, task-list.passages.f1=0.6",
    };

    private readonly Option<string?> _output = new("--output") { HelpName = "DIR", Description = "Folder that report.html, report.md, report.json and predictions.jsonl are written to. Default: none, the result is only shown" };
    private readonly Option<string[]> _slices = new("--slice") { HelpName = "FIELD", Description = "Field of the data by whose values figures are told apart, any number of times: --slice genre --slice source" };

    /// <summary>The command with its options.</summary>
    public EvaluateCommand() : base(
        "evaluate", "Measures existing models on labelled documents: the metrics and intervals of train, and gates for scripts.",
        "topicmodel evaluate --models models --data data/articles.jsonl --fail-under theme.microF1=0.8",
        CommonOptions.Config, CommonOptions.Models, CommonOptions.Threads, CommonOptions.Seed, CommonOptions.Set)
    {
        Add(_data);
        Add(_failUnder);
        Add(_output);
        Add(_slices);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        Gate[] gates = [.. (arguments.GetValue(_failUnder) ?? []).Select(Gate.Parse)];
        ModelLocation models = ModelLocation.Of(arguments, context.Warn);
        var run = new TrainingContext(arguments.GetValue(CommonOptions.Seed) ?? TrainConfig.DefaultSeed, CommonOptions.ThreadCount(arguments), CliApp.Version, null, context.Cancellation);
        EvaluationResult evaluation = context.Progress.Show(() => ModelEvaluation.Run(models.Folder, arguments.GetValue(_data)!, models.IdField, arguments.GetValue(_slices) ?? [], run));
        Report report = evaluation.Report;
        // A gate that makes no sense is an error, which must leave the disk as it was.
        GateResult[] results = [.. gates.Select(gate => gate.Check(report))];
        if (results.Length > 0) report = report with { Gates = results };
        string? folder = arguments.GetValue(_output);
        ReportOutput output = new ReportAssembler(run, context.Now, context.Warn).OfEvaluation(evaluation with { Report = report }, folder);
        if (folder is not null) Write(output, folder);
        foreach (DataFinding warning in evaluation.Warnings) context.Warn(warning.ToString());
        if (context.IsJson) context.Out.Write(ReportJson.Write(report));
        else ReportText.Write(context, output.Details);
        foreach ((Gate gate, GateResult result) in gates.Zip(results).Where(pair => !pair.Second.Passed)) context.Say(gate.Missed(result.Value));
        return results.All(result => result.Passed) ? ExitCode.Done : ExitCode.GateMissed;
    }

    private static void Write(ReportOutput output, string folder)
    {
        using var files = new StagedFiles();
        ReportFiles.Stage(files, folder, output);
        files.Commit();
    }
}
