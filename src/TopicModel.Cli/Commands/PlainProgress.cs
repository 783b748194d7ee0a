using System.Globalization;

namespace TopicModel.Cli.Commands;

/// <summary>
/// Progress for logs: a line when a step ends, with its seconds, and for long steps a line with the percentage every ten seconds.
/// </summary>
/// <param name="error">Where lines go.</param>
/// <param name="clock">Measures the seconds.</param>
internal sealed class PlainProgress(TextWriter error, TimeProvider clock) : IProgressReporter
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public void Note(string line) => error.WriteLine(line);

    /// <inheritdoc/>
    public void Warn(string line) => error.WriteLine($"warning: {line}");

    /// <inheritdoc/>
    public T Show<T>(Func<T> work) => work();

    /// <inheritdoc/>
    public IProgressStep Begin(string title, double total) => new Step(this, title, total, clock.GetTimestamp());

    private sealed class Step(PlainProgress progress, string title, double total, long start) : IProgressStep
    {
        private readonly Lock _lock = new();
        private TimeSpan _nextLine = Interval;

        public void Report(double done)
        {
            lock (_lock)
            {
                TimeSpan elapsed = progress.Elapsed(start);
                if (elapsed < _nextLine) return;
                _nextLine = elapsed + Interval;
                progress.Note(string.Create(CultureInfo.InvariantCulture, $"{title}: {Math.Clamp(100 * done / total, 0, 100):0} %"));
            }
        }

        public void Dispose() => progress.Note(string.Create(CultureInfo.InvariantCulture, $"{title}: {progress.Elapsed(start).TotalSeconds:0.0} s"));
    }

    private TimeSpan Elapsed(long start) => clock.GetElapsedTime(start);
}
