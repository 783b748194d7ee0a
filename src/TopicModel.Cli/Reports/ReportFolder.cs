using System.Text;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Comparison;

namespace TopicModel.Cli.Reports;

/// <summary>Finds and reads reports that were written before.</summary>
internal static class ReportFolder
{
    /// <summary>Where a folder may have its report: itself, that of models, that of a trial (<c>train --output</c>).</summary>
    private static readonly string[] Places = [ReportFiles.Json, Path.Combine("reports", ReportFiles.Json), Path.Combine("models", "reports", ReportFiles.Json)];

    /// <summary>Reads a report.json, or that of a folder, with the predictions beside it, if there are any.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DataException">It, or the predictions, cannot be used; the message names the file and line.</exception>
    public static ComparedReport Read(string path)
    {
        string file = Find(path) ?? throw new FileNotFoundException(Directory.Exists(path)
            ? $"{path}: there is no {ReportFiles.Json} in this folder, nor in reports or models/reports below it"
            : $"{path}: there is no such report; a report.json or a folder with one was expected");
        try
        {
            Report report = ReportJson.Read(File.ReadAllText(file, Encoding.UTF8), file);
            string predictions = Path.Combine(Path.GetDirectoryName(file)!, ReportFiles.Predictions);
            return new ComparedReport(path, report, File.Exists(predictions) ? new PredictionsReader(report, predictions).Read(File.ReadAllText(predictions, Encoding.UTF8)) : null);
        }
        catch (InvalidDataException error)
        {
            throw new DataException(error.Message, error);
        }
    }

    /// <summary>The report of a folder that is to be replaced; null without one. One that cannot be read is told and passed over: it must not stop a training.</summary>
    public static ComparedReport? TryRead(string folder, string name, Action<string> warn)
    {
        if (!File.Exists(Path.Combine(folder, ReportFiles.Json))) return null;
        try
        {
            return Read(folder) with { Name = name };
        }
        catch (Exception error) when (error is DataException or IOException or UnauthorizedAccessException)
        {
            warn($"the report that is replaced cannot be read, so there is no comparison with it: {error.Message}");
            return null;
        }
    }

    private static string? Find(string path) => File.Exists(path) ? path : Places.Select(place => Path.Combine(path, place)).FirstOrDefault(File.Exists);
}
