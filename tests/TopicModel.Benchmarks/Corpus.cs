using System.Runtime.CompilerServices;
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

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
