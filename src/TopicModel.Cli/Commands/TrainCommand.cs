using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Format;
using TopicModel.Training;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Format;

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
        TrainConfig config = CommonOptions.LoadConfig(arguments, context.Warn);
        SessionSpec spec = SessionSpecFactory.Create(config);
        StagedFiles.Probe(OutputPaths(config));
        using SessionResult result = context.Progress.Show(() => Train(context, config, spec));
        ReportOutput output = new ReportAssembler(Context(context, config, null), context.Now, context.Warn).OfTraining(result, config);
        ReportFiles.Stage(result.Files, config.Output.Reports, output);
        ReportFiles.StageTraining(result.Files, config, output);
        context.Cancellation.ThrowIfCancellationRequested();
        result.Files.Commit();
        foreach (DataFinding doubt in result.Doubts) context.Warn(doubt.ToString());
        Tell(context, output.Details, config);
        return ExitCode.Done;
    }

    private static SessionResult Train(CommandContext context, TrainConfig config, SessionSpec spec)
    {
        using var progress = new SessionProgress(context.Progress);
        return new TrainingSession(spec, Context(context, config, progress)).Run();
    }

    private static TrainingContext Context(CommandContext context, TrainConfig config, IProgress<TrainingStep>? progress) => new(config.Seed, config.ThreadCount, CliApp.Version, progress, context.Cancellation);

    private static IEnumerable<string> OutputPaths(TrainConfig config) =>
        [
        .. config.Classifiers.SelectMany(classifier => new[] { ModelLayout.FileExtension, ModelCard.FileExtension }.Select(extension => Path.Combine(config.Output.Models, classifier.Name + extension))),
        .. ReportFiles.In(config.Output.Reports), Path.Combine(config.Output.Reports, LabelIssuesFile.Name), Path.Combine(config.Output.Reports, HistoryFile.Name),
    ];

    private static void Tell(CommandContext context, ReportDetails details, TrainConfig config)
    {
        Report report = details.Report;
        foreach ((string name, ClassifierReport classifier) in report.Classifiers)
        {
            // A trainer without an objective makes its passes and is done; it has nothing to converge to.
            if (classifier.Trainer is { Converged: false, Objective: { } objective } && double.IsFinite(objective))
                context.Warn($"{name}: {classifier.Trainer.Name} stopped after {ReportFormat.Passes(classifier.Trainer)} before it had converged; raise classifiers.{name}.trainer.maxIterations or lower C");
            if (!classifier.Calibrated) context.Warn($"{name}: trained without cross-validation, so its probabilities are not calibrated");
        }
        if (context.IsJson)
        {
            context.Out.Write(ReportJson.Write(report));
            return;
        }
        ReportText.Write(context, details);
        context.Progress.Note($"models: {config.Output.Models}, reports: {config.Output.Reports}");
    }
}
