namespace TopicModel.Hosting;

/// <summary>Names under which an app finds what this package tells.</summary>
public static class TopicModelTelemetry
{
    /// <summary>
    /// The meter: <c>metrics.AddMeter(TopicModelTelemetry.MeterName)</c> with OpenTelemetry. Its instruments are
    /// <c>topicmodel.analysis.duration</c>, <c>topicmodel.predictions</c>, <c>topicmodel.reloads</c> and <c>topicmodel.model_set.count</c>.
    /// </summary>
    public const string MeterName = "TopicModel.Predictor.Hosting";
}
