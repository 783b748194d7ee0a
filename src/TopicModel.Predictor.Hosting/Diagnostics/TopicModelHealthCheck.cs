using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TopicModel.Hosting.Diagnostics;

/// <summary>
/// Healthy when the models of the folder serve; degraded when its files were refused and older models serve; the registration's failure
/// status (unhealthy unless told otherwise) when none do.
/// </summary>
/// <param name="services">Where the service is, or the reason why there is none.</param>
internal sealed class TopicModelHealthCheck(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Check(context.Registration.FailureStatus));

    private HealthCheckResult Check(HealthStatus failureStatus)
    {
        try
        {
            TopicModelService service = services.GetRequiredService<TopicModelService>();
            using AnalyzerLease lease = service.Lease();
            return Describe(service.Status);
        }
        catch (Exception exception)
        {
            return new HealthCheckResult(failureStatus, exception.Message, exception);
        }
    }

    private static HealthCheckResult Describe(TopicModelStatus status)
    {
        var data = new Dictionary<string, object>
        {
            ["folder"] = status.Folder,
            ["generation"] = status.Generation,
            ["loadedAt"] = status.LoadedAt,
            ["models"] = status.Models,
        };
        if (status.Refusal is not { } refusal) return HealthCheckResult.Healthy(status.ToString(), data);
        data["refusedAt"] = refusal.At;
        return HealthCheckResult.Degraded(status.ToString(), data: data);
    }
}
