using Microsoft.AspNetCore.Http.HttpResults;
using TopicModel.Hosting;

namespace TopicModel.Sample;

/// <summary>What the app answers: three endpoints over the models that the container serves.</summary>
internal static class AnalysisApi
{
    /// <summary>Longest request, in bytes: about the text of eight novels.</summary>
    public const int MaxRequestBytes = 8_000_000;

    /// <summary>Maps the endpoints below /api.</summary>
    public static void MapAnalysis(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder api = app.MapGroup("/api");
        api.MapPost("/analyze", Analyze);
        api.MapPost("/explain", Explain);
        api.MapGet("/models", Models);
    }

    /// <summary>An article -> a line of <c>topicmodel predict</c> without "id": what every model says.</summary>
    private static Results<Ok<ArticleAnalysis>, ProblemHttpResult> Analyze(Article article, IArticleAnalyzer analyzer)
    {
        using AnalyzerLease lease = analyzer.Lease();
        return NothingToRead(article, lease.Analyzer) is { } problem ? problem : TypedResults.Ok(analyzer.Analyze(article));
    }

    /// <summary>An article -> the output of <c>topicmodel explain --json</c>: what every model says, and which words spoke for and against it.</summary>
    private static Results<Ok<SortedDictionary<string, object>>, ProblemHttpResult> Explain(Article article, IArticleAnalyzer analyzer)
    {
        // One lease for several calls: all of the answer comes from models that were loaded together.
        using AnalyzerLease lease = analyzer.Lease();
        if (NothingToRead(article, lease.Analyzer) is { } problem) return problem;
        var explained = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (TopicClassifier classifier in lease.Analyzer.Classifiers) explained.Add(classifier.Name, classifier.Explain(article));
        foreach (TaskListDetector detector in lease.Analyzer.Detectors) explained.Add(detector.Name, detector.Detect(article));
        return TypedResults.Ok(explained);
    }

    /// <summary>Which models serve, and what a page must ask for.</summary>
    private static ServedModels Models(TopicModelService models)
    {
        using AnalyzerLease lease = models.Lease();
        TopicModelStatus status = models.Status;
        return new ServedModels(status.Models, TextFields(lease.Analyzer), status.Generation, status.LoadedAt, status.Refusal?.Reason);
    }

    private static ProblemHttpResult? NothingToRead(Article article, ArticleAnalyzer analyzer)
    {
        IReadOnlyList<string> fields = TextFields(analyzer);
        if (fields.Any(field => !string.IsNullOrWhiteSpace(article[field]))) return null;
        return TypedResults.Problem($"The article has no text: the models read {string.Join(", ", fields)}.", statusCode: StatusCodes.Status400BadRequest, title: "Nothing to read");
    }

    /// <summary>Every field that a model reads, in the order of the first model that does.</summary>
    private static IReadOnlyList<string> TextFields(ArticleAnalyzer analyzer) =>
        [.. analyzer.Classifiers.Select(classifier => classifier.Manifest).Concat(analyzer.Detectors.Select(detector => detector.Manifest)).SelectMany(manifest => manifest.TextFields).Distinct()];
}
