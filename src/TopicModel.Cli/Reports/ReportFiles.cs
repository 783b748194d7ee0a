namespace TopicModel.Cli.Reports;

/// <summary>Names of the files in the reports folder.</summary>
internal static class ReportFiles
{
    /// <summary>For programs.</summary>
    public const string Json = "report.json";

    /// <summary>For people.</summary>
    public const string Markdown = "report.md";
}
