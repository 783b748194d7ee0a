using System.CommandLine;
using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports;
using TopicModel.Cli.Reports.Verdict;
using TopicModel.Training;
using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Commands;

/// <summary>Tells whether two reports are really different.</summary>
internal sealed class CompareCommand : CliCommand
{
    private readonly Argument<string[]> _reports = new("REPORT")
    {
        Description = "Two reports, before and after: report.json files, or folders with one. One alone is compared with that in output.reports of the configuration, which is the one before",
        Arity = new ArgumentArity(1, 2),
    };

    private readonly Option<bool> _failIfWorse = new("--fail-if-worse") { Description = "Exit code 3 when a classifier is clearly worse after, or is not there any more" };
    private readonly Option<bool> _failUnlessBetter = new("--fail-unless-better") { Description = "Exit code 3 unless a classifier is clearly better after, and none worse" };

    /// <summary>Makes the command.</summary>
    public CompareCommand() : base("compare", "Tells whether two reports are really different: paired tests and intervals, what changed and where.",
        "topicmodel compare models/reports trial/models/reports --fail-if-worse", CommonOptions.Config, CommonOptions.Threads, CommonOptions.Seed, CommonOptions.Set)
    {
        AddArgument(_reports);
        foreach (Option option in new Option[] { _failIfWorse, _failUnlessBetter }) Options.Add(option);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context, ParseResult arguments)
    {
        string[] reports = arguments.GetRequiredValue(_reports);
        string before = reports.Length == 2 ? reports[0] : Reference(context, arguments);
        var run = new TrainingContext(arguments.GetValue(CommonOptions.Seed) ?? TrainConfig.DefaultSeed, CommonOptions.ThreadCount(arguments), CliApp.Version, null, context.Cancellation);
        ReportComparison comparison = context.Progress.Show(() => ReportComparer.Compare(ReportFolder.Read(before), ReportFolder.Read(reports[^1]), run));
        comparison = comparison with { Verdict = ComparisonVerdict.Write(comparison) };
        if (context.IsJson) context.WriteJson(writer => ComparisonJson.Write(writer, comparison));
        else ComparisonText.Write(context, comparison);
        return Passes(context, comparison, arguments) ? ExitCode.Done : ExitCode.GateMissed;
    }

    /// <summary>The reports folder of the configuration, as the user would write it.</summary>
    private static string Reference(CommandContext context, ParseResult arguments) => Path.GetRelativePath(Environment.CurrentDirectory, CommonOptions.LoadConfig(arguments, context.Warn).Output.Reports);

    private bool Passes(CommandContext context, ReportComparison comparison, ParseResult arguments)
    {
        bool mustBeBetter = arguments.GetValue(_failUnlessBetter);
        if (!mustBeBetter && !arguments.GetValue(_failIfWorse)) return true;
        string[] worse = [.. comparison.Classifiers.Where(classifier => classifier.Outcome == ComparisonOutcome.Worse).Select(classifier => $"{classifier.Name} is clearly worse"), .. comparison.OnlyBefore.Select(name => $"{name} is not there any more")];
        foreach (string problem in worse) context.Say($"gate missed: {problem}");
        bool isBetter = comparison.Classifiers.Any(classifier => classifier.Outcome == ComparisonOutcome.Better);
        if (mustBeBetter && !isBetter) context.Say("gate missed: no classifier is clearly better");
        return worse.Length == 0 && (isBetter || !mustBeBetter);
    }
}
