using Microsoft.Extensions.Diagnostics.HealthChecks;
using TopicModel.Hosting.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check of an app's models.</summary>
public static class TopicModelHealthChecksBuilderExtensions
{
    /// <summary>
    /// Reports healthy when the models of the folder serve, degraded with the reason when replaced files were refused and the models from
    /// before serve, and <paramref name="failureStatus"/> when none do. Needs <c>AddTopicModel</c> on the services.
    /// </summary>
    /// <param name="builder">From <c>services.AddHealthChecks()</c>.</param>
    /// <param name="name">Name of the check. Default: "topicmodel".</param>
    /// <param name="failureStatus">What to report when no models serve. Default: unhealthy.</param>
    /// <param name="tags">Tags to choose checks by, such as "ready". Default: none.</param>
    public static IHealthChecksBuilder AddTopicModel(this IHealthChecksBuilder builder, string name = "topicmodel", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, services => new TopicModelHealthCheck(services), failureStatus, tags));
    }
}
