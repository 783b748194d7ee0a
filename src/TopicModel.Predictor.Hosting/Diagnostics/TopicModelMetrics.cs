using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TopicModel.Hosting.Diagnostics;

/// <summary>
/// What a service does, as metrics by the conventions of OpenTelemetry (units of UCUM, <c>error.type</c> on failures only). Nothing is
/// measured while nobody listens.
/// </summary>
internal sealed class TopicModelMetrics : IDisposable
{
    private const string ErrorType = "error.type";

    /// <summary>Upper bounds of the histogram in seconds: an article takes tens of microseconds, a book hundreds of milliseconds.</summary>
    private static readonly double[] DurationBounds = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

    private readonly Meter? _owned;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _predictions;
    private readonly Counter<long> _reloads;
    private int _loadedSets;

    /// <param name="factory">Makes the meter; null where the app has none, then the meter is the instance's own.</param>
    public TopicModelMetrics(IMeterFactory? factory)
    {
        string? version = typeof(TopicModelMetrics).Assembly.GetName().Version?.ToString(3);
        Meter meter = factory?.Create(TopicModelTelemetry.MeterName, version) ?? (_owned = new Meter(TopicModelTelemetry.MeterName, version));
        _duration = meter.CreateHistogram("topicmodel.analysis.duration", "s", "Time that all models took for one article.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBounds });
        _predictions = meter.CreateCounter<long>("topicmodel.predictions", "{prediction}", "Labels given to articles.");
        _reloads = meter.CreateCounter<long>("topicmodel.reloads", "{reload}", "Times that replaced model files were loaded or refused.");
        meter.CreateObservableUpDownCounter("topicmodel.model_set.count", () => Volatile.Read(ref _loadedSets), "{model_set}",
            "Sets of models in memory: the one that serves, and those that calls still use which began before a reload.");
    }

    /// <summary>When an analysis starts, for <see cref="Analyzed"/> and <see cref="Failed"/>.</summary>
    public long Start() => _duration.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>An article was analyzed.</summary>
    public void Analyzed(long started, ArticleAnalysis analysis)
    {
        if (started != 0) _duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        if (!_predictions.Enabled) return;
        foreach ((string model, Prediction prediction) in analysis.Predictions)
        {
            if (prediction.Labels.Count == 0) Predicted(model, "none");
            foreach (string label in prediction.Labels) Predicted(model, label);
        }
        foreach ((string model, TaskList tasks) in analysis.TaskLists) Predicted(model, tasks.IsPositive ? "found" : "none");
    }

    /// <summary>The analysis of an article ended with an exception.</summary>
    public void Failed(long started, Exception exception)
    {
        if (started != 0) _duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Error(exception));
    }

    /// <summary>A set of models was loaded.</summary>
    public void SetLoaded() => Interlocked.Increment(ref _loadedSets);

    /// <summary>A set of models was disposed.</summary>
    public void SetDisposed() => Interlocked.Decrement(ref _loadedSets);

    /// <summary>Replaced files were loaded.</summary>
    public void Reloaded() => _reloads.Add(1);

    /// <summary>Replaced files were refused.</summary>
    public void ReloadRefused(Exception exception) => _reloads.Add(1, Error(exception));

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();

    private void Predicted(string model, string label) =>
        _predictions.Add(1, new KeyValuePair<string, object?>("topicmodel.model.name", model), new KeyValuePair<string, object?>("topicmodel.label", label));

    private static KeyValuePair<string, object?> Error(Exception exception) => new(ErrorType, exception.GetType().FullName);
}
