using System.CommandLine;
using System.Text;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Training;
using TopicModel.Training.Evaluation;

namespace TopicModel.Cli.Commands;

/// <summary>Trains, calibrates, cross-validates and tests the classifiers of train.json and writes models and reports.</summary>
internal sealed class TrainCommand() : CliCommand(
    "train",
    "Trains the classifiers of a configuration: cross-validates, calibrates, tests, writes the models and a report.",
    "topicmodel train --config train.json --set classifiers.theme.trainer.C=0.5 --output trial",
    CommonOptions.Config, CommonOptions.Output, CommonOptions.Threads, CommonOptions.Seed, CommonOptions.Set)
{
    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        TrainConfig config = CommonOptions.LoadConfig(arguments);
        SessionSpec spec = SessionSpecFactory.Create(config);
        using SessionResult result = context.Progress.Show(() => Train(context, config, spec));
        StageReports(result, config);
        context.Cancellation.ThrowIfCancellationRequested();
        result.Files.Commit();
        Tell(context, result.Report, config);
        return ExitCode.Done;
    }

    private static SessionResult Train(CommandContext context, TrainConfig config, SessionSpec spec)
    {
        using var progress = new SessionProgress(context.Progress);
        return new TrainingSession(spec, new TrainingContext(config.Seed, config.ThreadCount, CliApp.Version, progress, context.Cancellation)).Run();
    }

    private static void StageReports(SessionResult result, TrainConfig config)
    {
        result.Files.Stage(Path.Combine(config.Output.Reports, ReportFiles.Json), Encoding.UTF8.GetBytes(ReportJson.Write(result.Report)));
        result.Files.Stage(Path.Combine(config.Output.Reports, ReportFiles.Markdown), Encoding.UTF8.GetBytes(ReportMarkdown.Write(result.Report)));
    }

    private static void Tell(CommandContext context, Report report, TrainConfig config)
    {
        foreach ((string name, ClassifierReport classifier) in report.Classifiers)
        {
            // A trainer without an objective makes its passes and is done; it has nothing to converge to.
            if (classifier.Trainer is { Converged: false, Objective: { } objective } && double.IsFinite(objective))
                context.Warn($"{name}: {classifier.Trainer.Name} stopped after {classifier.Trainer.Iterations} passes before it had converged; raise classifiers.{name}.trainer.maxIterations or lower C");
            if (!classifier.Calibrated) context.Warn($"{name}: trained without cross-validation, so its probabilities are not calibrated");
        }
        if (context.IsJson)
        {
            context.Out.Write(ReportJson.Write(report));
            return;
        }
        context.Write(ReportTable.Create(report));
        context.Progress.Note($"models: {config.Output.Models}, reports: {config.Output.Reports}");
    }
}
