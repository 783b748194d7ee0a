using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace TopicModel.Sample;

/// <summary>Answers requests that cannot be served with what was wrong with them, as problem details (RFC 9457).</summary>
internal sealed class KindErrors(IProblemDetailsService problems) : IExceptionHandler
{
    private const string Example = "{\"title\": \"…\", \"lead\": \"…\", \"body\": \"…\"}";

    /// <summary>Registers what makes the app's errors kind, in production as in development.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddExceptionHandler<KindErrors>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Describe(context.ProblemDetails.Status));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not var (status, title, detail)) return ValueTask.FromResult(false);
        httpContext.Response.StatusCode = status;
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = new ProblemDetails { Status = status, Title = title, Detail = detail } });
    }

    /// <summary>What to do about requests that the server turns away before they reach an endpoint.</summary>
    private static string? Describe(int? status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The article is longer than {AnalysisApi.MaxRequestBytes / 1_000_000} megabytes.",
        StatusCodes.Status415UnsupportedMediaType => $"Send the article as JSON, such as {Example}, with the header Content-Type: application/json.",
        _ => null,
    };

    /// <summary>Null for exceptions that are no fault of the request.</summary>
    private static (int Status, string Title, string Detail)? Describe(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } =>
            (StatusCodes.Status400BadRequest, "Not an article", $"The request is not the JSON of an article, such as {Example}: {json.Message}"),
        BadHttpRequestException bad => (bad.StatusCode, "Not an article", $"The request has no article: send JSON such as {Example}."),
        ArgumentException argument => (StatusCodes.Status400BadRequest, "Cannot be analyzed", argument.Message),
        _ => null,
    };
}
