using System.Text.Json;

namespace TopicModel.Training.Tests.Corpus;

/// <summary>An article of data/ with all its fields.</summary>
internal sealed record CorpusArticle(string Id, string Title, string Lead, string Body, string[] Themes, string Stance, string[] Tasks, string Genre, string Register, string Form)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>The whole corpus, in ordinal order of the files.</summary>
    public static IReadOnlyList<CorpusArticle> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("data"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<CorpusArticle>(line, Options)!),
    ];
}
