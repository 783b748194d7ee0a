using TopicModel.Cli.Configuration;
using TopicModel.Cli.Reports.Verdict;
using TopicModel.Training;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>Puts together what the files of a report are made of.</summary>
/// <param name="context">Seed, threads, cancellation.</param>
/// <param name="created">When the report is made.</param>
/// <param name="warn">Told what does not stop the work.</param>
internal sealed class ReportAssembler(TrainingContext context, DateTimeOffset created, Action<string> warn)
{
    /// <summary>Of a training: compared with the report that is to be replaced, and with the history.</summary>
    public ReportOutput OfTraining(SessionResult result, TrainConfig config)
    {
        var history = new HistoryFile(Path.Combine(config.Output.Reports, HistoryFile.Name));
        if (history.UnreadableLines is var unreadable and > 0) warn($"{Path.Combine(config.Output.Reports, HistoryFile.Name)}: {ReportFormat.Count(unreadable, "line")} cannot be read and {(unreadable == 1 ? "is" : "are")} left out of the trend");
        return Assemble(result.Report, result.Classifiers, result.Leaks, history.With(HistoryFile.Entry(result.Report, config, created)), config.Output.Reports);
    }

    /// <summary>Of an evaluation: compared with the report in the folder that it is written to, if there is one.</summary>
    /// <param name="result">The evaluation.</param>
    /// <param name="folder">The folder; null when nothing is written.</param>
    public ReportOutput OfEvaluation(EvaluationResult result, string? folder) => Assemble(result.Report, result.Classifiers, [], [], folder);

    private ReportOutput Assemble(Report report, IReadOnlyList<ClassifierAnalysis> classifiers, IReadOnlyList<DuplicatePair> leaks, IReadOnlyList<HistoryEntry> history, string? folder)
    {
        TestPredictions[] predictions = [.. classifiers.Select(classifier => classifier.Predictions).OfType<TestPredictions>()];
        ReportComparison? comparison = folder is not null && ReportFolder.TryRead(folder, "the report that this one replaces", warn) is { } before ? Compare(before, report, predictions) : null;
        var details = new ReportDetails
        {
            Report = report,
            Created = created,
            Verdict = [],
            Classifiers = [.. classifiers.Select(classifier => classifier.Details).OrderBy(classifier => classifier.Name, StringComparer.Ordinal)
                .Select(classifier => classifier with { Comparison = comparison?.Classifiers.FirstOrDefault(compared => compared.Name == classifier.Name) })],
            Leaks = leaks,
            History = history,
            Comparison = comparison,
        };
        return new ReportOutput(details with { Verdict = new VerdictWriter(details).Write() }, predictions);
    }

    private ReportComparison Compare(ComparedReport before, Report report, TestPredictions[] predictions)
    {
        var after = new ComparedReport("this report", report, predictions.ToDictionary(one => one.Classifier, StringComparer.Ordinal));
        ReportComparison comparison = ReportComparer.Compare(before, after, context);
        return comparison with { Verdict = ComparisonVerdict.Write(comparison) };
    }
}
