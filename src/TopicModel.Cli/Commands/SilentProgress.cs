namespace TopicModel.Cli.Commands;

/// <summary>Progress for --quiet: only warnings.</summary>
/// <param name="error">Where warnings go.</param>
internal sealed class SilentProgress(TextWriter error) : IProgressReporter
{
    /// <inheritdoc/>
    public void Note(string line)
    {
    }

    /// <inheritdoc/>
    public void Warn(string line) => error.WriteLine($"warning: {line}");

    /// <inheritdoc/>
    public T Show<T>(Func<T> work) => work();

    /// <inheritdoc/>
    public IProgressStep Begin(string title, double total) => new Step();

    private sealed class Step : IProgressStep
    {
        public void Report(double done)
        {
        }

        public void Dispose()
        {
        }
    }
}
