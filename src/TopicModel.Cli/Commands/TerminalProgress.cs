using Spectre.Console;

namespace TopicModel.Cli.Commands;

/// <summary>Progress for people: a bar for every step, drawn while <see cref="Show"/> runs.</summary>
internal sealed class TerminalProgress : IProgressReporter
{
    private readonly IAnsiConsole _console;
    private ProgressContext? _bars;

    /// <param name="error">The terminal.</param>
    public TerminalProgress(TextWriter error) : this(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) }))
    {
    }

    /// <param name="console">The terminal, as Spectre.Console sees it.</param>
    public TerminalProgress(IAnsiConsole console) => _console = console;

    /// <inheritdoc/>
    public void Note(string line) => _console.WriteLine(line);

    /// <inheritdoc/>
    public void Warn(string line) => _console.MarkupLine($"[yellow]warning:[/] {Markup.Escape(line)}");

    /// <inheritdoc/>
    public T Show<T>(Func<T> work) => _console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .Start(context =>
        {
            _bars = context;
            try
            {
                return work();
            }
            finally
            {
                _bars = null;
            }
        });

    /// <inheritdoc/>
    public IProgressStep Begin(string title, double total) => new Step(_bars?.AddTask(Markup.Escape(title), maxValue: total));

    /// <param name="bar">The bar; null outside <see cref="Show"/>, where nothing is drawn.</param>
    private sealed class Step(ProgressTask? bar) : IProgressStep
    {
        public void Report(double done)
        {
            if (bar is not null) bar.Value = Math.Min(done, bar.MaxValue);
        }

        public void Dispose()
        {
            if (bar is null) return;
            bar.Value = bar.MaxValue;
            bar.StopTask();
        }
    }
}
