using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Training;
using TopicModel.Training.Data;
using TopicModel.Training.Fitting;

namespace TopicModel.Cli.Commands;

/// <summary>Finds what is wrong with the configuration and the data before any training.</summary>
internal sealed class CheckCommand : CliCommand
{
    private readonly Option<string?> _applyLabels = new("--apply-labels")
    {
        HelpName = "FILE",
        Description = "First settle this label-issues.jsonl: of each line with \"accept\": true write what stands in \"suggested\" into the data; remember it, and each label with \"stands\": true, in data.checkedLabels, so that it is no suspect any more",
    };

    /// <summary>Makes the command.</summary>
    public CheckCommand() : base(
        "check",
        "Finds what is wrong with configuration and data before any training: label counts, empty and duplicate texts, leaks, damaged characters.",
        "topicmodel check --apply-labels models/reports/label-issues.jsonl", CommonOptions.Config, CommonOptions.Threads, CommonOptions.Set) => Add(_applyLabels);

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        TrainConfig config = CommonOptions.LoadConfig(arguments, context.Warn);
        if (arguments.GetValue(_applyLabels) is { } issues) context.Say(new LabelSettlement(config).Apply(issues));
        DataInspection inspection = context.Progress.Show(() => Inspect(config, context));
        if (context.IsJson) context.WriteJson(writer => DataInspectionReport.WriteJson(writer, inspection));
        else DataInspectionReport.WriteText(context, inspection);
        return inspection.HasErrors ? ExitCode.Usage : ExitCode.Done;
    }

    private static DataInspection Inspect(TrainConfig config, CommandContext context)
    {
        var schema = new DataSchema(config.Data.Fields.Id, config.Data.Fields.Text, config.LabelFields) { SliceFields = config.Data.Slices };
        IReadOnlyList<DataFinding> trainProblems = [], testProblems = [];
        IReadOnlyList<Document> train = [], test = [];
        using (context.Progress.Begin("reading", 1))
        {
            train = DocumentReader.Read(config.Data.Train, config.Folder, schema, out trainProblems, cancellationToken: context.Cancellation);
            if (config.Data.Test.Count > 0) test = DocumentReader.Read(config.Data.Test, config.Folder, schema, out testProblems, cancellationToken: context.Cancellation);
        }
        using (context.Progress.Begin("inspecting", 1))
        {
            InspectedClassifier[] classifiers = [.. config.Classifiers.Select(classifier =>
                new InspectedClassifier(classifier.Name, classifier.Kind, LabelField(config, classifier), classifier.CrossValidation, classifier.Positive))];
            DataInspection inspection = DataInspector.Inspect(train, test, schema, classifiers, [.. trainProblems, .. testProblems, .. Lapsed(config, [.. train, .. test])], config.ThreadCount, context.Cancellation);
            return inspection.HasErrors ? inspection : WithSplit(inspection, config, train, test, context);
        }
    }

    private static int LabelField(TrainConfig config, ClassifierConfig classifier) => config.LabelFields.ToList().IndexOf(classifier.Label);

    private static IEnumerable<DataFinding> Lapsed(TrainConfig config, IReadOnlyList<Document> documents)
    {
        return CheckedLabels.Read(config.Data.CheckedLabels).FindLapsed(documents, config.Classifiers.ToDictionary(classifier => classifier.Name, classifier => LabelField(config, classifier))) is { } lapsed ? [lapsed] : [];
    }

    /// <summary>Some things only show when the split of training is made: enough documents of a label, but not without those held out.</summary>
    private static DataInspection WithSplit(DataInspection inspection, TrainConfig config, IReadOnlyList<Document> train, IReadOnlyList<Document> test, CommandContext context)
    {
        try
        {
            SessionSpec spec = SessionSpecFactory.Create(config);
            var training = new TrainingContext(config.Seed, config.ThreadCount, CliApp.Version, null, context.Cancellation);
            SplitData.Make(spec, train, test, SplitData.Sketch(spec, train, test, training), training);
            return inspection;
        }
        catch (DataException exception)
        {
            return inspection with { Findings = [new DataFinding(FindingSeverity.Error, "unusable-split", exception.Message, 1, []), .. inspection.Findings] };
        }
    }
}
