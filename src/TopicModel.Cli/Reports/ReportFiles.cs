using System.Text;
using TopicModel.Cli.Reports.Html;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Reports;

/// <summary>The files in the reports folder.</summary>
internal static class ReportFiles
{
    /// <summary>Name of the report for programs.</summary>
    public const string Json = "report.json";

    /// <summary>Name of the report for people.</summary>
    public const string Markdown = "report.md";

    /// <summary>Name of the page.</summary>
    public const string Html = "report.html";

    /// <summary>Name of the companion of report.json with the outcome of every test document.</summary>
    public const string Predictions = "predictions.jsonl";

    /// <summary>Paths of the files that every report has, in a folder.</summary>
    public static IReadOnlyList<string> In(string folder) => [.. new[] { Json, Markdown, Html, Predictions }.Select(name => Path.Combine(folder, name))];

    /// <summary>Writes them beside their places.</summary>
    /// <exception cref="IOException">One cannot be written; the message names it.</exception>
    public static void Stage(StagedFiles files, string folder, ReportOutput output)
    {
        files.Stage(Path.Combine(folder, Json), Encoding.UTF8.GetBytes(ReportJson.Write(output.Details.Report)));
        files.Stage(Path.Combine(folder, Markdown), Encoding.UTF8.GetBytes(ReportMarkdown.Write(output.Details)));
        files.Stage(Path.Combine(folder, Html), Encoding.UTF8.GetBytes(ReportHtml.Write(output.Details)));
        files.Stage(Path.Combine(folder, Predictions), PredictionsFile.Write(output.Predictions));
    }

    /// <summary>Writes what only a training has beside their places: suspect labels, history, a model card for each model.</summary>
    /// <exception cref="IOException">One cannot be written; the message names it.</exception>
    public static void StageTraining(StagedFiles files, Configuration.TrainConfig config, ReportOutput output)
    {
        files.Stage(Path.Combine(config.Output.Reports, LabelIssuesFile.Name), LabelIssuesFile.Write(output.Details, config.Classifiers.ToDictionary(classifier => classifier.Name, classifier => classifier.Label)));
        new HistoryFile(Path.Combine(config.Output.Reports, HistoryFile.Name)).Stage(files, output.Details.History[^1]);
        foreach (Training.Evaluation.Details.ClassifierDetails classifier in output.Details.Classifiers)
            files.Stage(Path.Combine(config.Output.Models, classifier.Name + ModelCard.FileExtension), Encoding.UTF8.GetBytes(new ModelCard(output.Details, classifier, config).Write()));
    }
}
