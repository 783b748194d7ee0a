using TopicModel.Training;

namespace TopicModel.Cli.Commands;

/// <summary>Shows the steps of a training session, a bar a classifier.</summary>
/// <param name="reporter">Where they are shown.</param>
internal sealed class SessionProgress(IProgressReporter reporter) : IProgress<TrainingStep>, IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>[classifier] -> its bar; null when it has ended.</summary>
    private readonly Dictionary<string, IProgressStep?> _steps = [];

    /// <inheritdoc/>
    public void Report(TrainingStep value)
    {
        lock (_lock)
        {
            if (!_steps.TryGetValue(value.Classifier, out IProgressStep? step)) _steps.Add(value.Classifier, step = reporter.Begin(value.Classifier, 1));
            step?.Report(value.Share);
            if (value.Share < 1) return;
            step?.Dispose();
            _steps[value.Classifier] = null;
        }
    }

    /// <summary>Ends steps that did not come to their end.</summary>
    public void Dispose()
    {
        lock (_lock) foreach (IProgressStep? step in _steps.Values) step?.Dispose();
    }
}
