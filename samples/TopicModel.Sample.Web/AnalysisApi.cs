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
        api.MapGet("/models", (TopicModelService models) => models.Status);
    }

    /// <summary>An article -> a line of <c>topicmodel predict</c> without "id": what every model says.</summary>
    private static Results<Ok<ArticleAnalysis>, ProblemHttpResult> Analyze(Article article, IArticleAnalyzer analyzer) =>
        IsEmpty(article) ? NoText() : TypedResults.Ok(analyzer.Analyze(article));

    /// <summary>An article -> the output of <c>topicmodel explain --json</c>: what every model says, and which words spoke for and against it.</summary>
    private static Results<Ok<SortedDictionary<string, object>>, ProblemHttpResult> Explain(Article article, IArticleAnalyzer analyzer)
    {
        if (IsEmpty(article)) return NoText();
        // One lease for several calls: all of the answer comes from models that were loaded together.
        using AnalyzerLease lease = analyzer.Lease();
        var explained = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (TopicClassifier classifier in lease.Analyzer.Classifiers) explained.Add(classifier.Name, classifier.Explain(article));
        foreach (TaskListDetector detector in lease.Analyzer.Detectors) explained.Add(detector.Name, detector.Detect(article));
        return TypedResults.Ok(explained);
    }

    private static bool IsEmpty(Article article) => string.IsNullOrWhiteSpace(article.Title + article.Lead + article.Body);

    private static ProblemHttpResult NoText() => TypedResults.Problem("The article has no text: give it a title, a lead or a body.", statusCode: StatusCodes.Status400BadRequest, title: "Nothing to read");
}
