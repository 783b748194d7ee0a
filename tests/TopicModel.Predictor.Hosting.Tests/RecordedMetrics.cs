using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TopicModel.Hosting.Tests;

/// <summary>
/// Listens to the meter of this package.
/// </summary>
/// <remarks>Meters are of the whole process; the scope tells those of one container from those of others.</remarks>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measurements = new();

    /// <param name="scope">The container's factory of meters; null for containers that have none.</param>
    public RecordedMetrics(IMeterFactory? scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != TopicModelTelemetry.MeterName || instrument.Meter.Scope != scope) return;
            Units[instrument.Name] = instrument.Unit;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>[instrument] -> unit.</summary>
    public ConcurrentDictionary<string, string?> Units { get; } = new();

    /// <summary>[tags of the instrument, "a=1, b=2"] -> sum of what was measured.</summary>
    public IReadOnlyDictionary<string, double> Sums(string instrument) =>
        _measurements.Where(one => one.Instrument == instrument).GroupBy(one => one.Tags).ToDictionary(group => group.Key, group => group.Sum(one => one.Value));

    /// <summary>How often an instrument was told something, by its tags.</summary>
    public IReadOnlyDictionary<string, int> Counts(string instrument) =>
        _measurements.Where(one => one.Instrument == instrument).GroupBy(one => one.Tags).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>What an observable instrument says now.</summary>
    public double Observe(string instrument)
    {
        int before = _measurements.Count;
        _listener.RecordObservableInstruments();
        return _measurements.Skip(before).Where(one => one.Instrument == instrument).Sum(one => one.Value);
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
