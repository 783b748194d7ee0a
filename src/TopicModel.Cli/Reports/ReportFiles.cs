using System.Text;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Format;

namespace TopicModel.Cli.Reports;

/// <summary>The files in the reports folder.</summary>
internal static class ReportFiles
{
    /// <summary>Name of the report for programs.</summary>
    public const string Json = "report.json";

    /// <summary>Name of the report for people.</summary>
    public const string Markdown = "report.md";

    /// <summary>Paths of both in a folder.</summary>
    public static IReadOnlyList<string> In(string folder) => [Path.Combine(folder, Json), Path.Combine(folder, Markdown)];

    /// <summary>Writes both beside their places.</summary>
    /// <exception cref="IOException">One cannot be written; the message names it.</exception>
    public static void Stage(StagedFiles files, string folder, Report report)
    {
        files.Stage(Path.Combine(folder, Json), Encoding.UTF8.GetBytes(ReportJson.Write(report)));
        files.Stage(Path.Combine(folder, Markdown), Encoding.UTF8.GetBytes(ReportMarkdown.Write(report)));
    }
}
