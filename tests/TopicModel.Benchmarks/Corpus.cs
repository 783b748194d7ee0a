using TopicModel.Training.Data;

namespace TopicModel.Benchmarks;

/// <summary>The article corpus and the shipped models of the repo, which the benchmarks run on.</summary>
internal static class Corpus
{
    /// <summary>Names of the text fields.</summary>
    public static readonly string[] TextFields = ["title", "lead", "body"];

    /// <summary>The labelled articles.</summary>
    public static IReadOnlyList<Document> Read() => DocumentReader.Read(["data/*.jsonl"], Root(), new DataSchema("id", TextFields, ["stance"]));

    /// <summary>Path of a shipped model.</summary>
    public static string Model(string name) => Path.Combine(Root(), "models", $"{name}.tmodel");

    /// <summary>Above where this runs, which BenchmarkDotNet builds below the project: paths of sources are no help, they are the same on every machine.</summary>
    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TopicModel.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} has TopicModel.sln");
    }
}
