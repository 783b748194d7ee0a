using System.Globalization;
using System.Text;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TopicModel.Cli.Commands;

/// <summary>What a running command has to talk with: results go to <see cref="Out"/>, everything else to the rest.</summary>
internal sealed class CommandContext : IDisposable
{
    private readonly IConsoleIo _io;

    /// <param name="io">The streams.</param>
    /// <param name="isJson">Whether the result is to be JSON (--json).</param>
    /// <param name="isQuiet">Whether only warnings and errors go to standard error (--quiet).</param>
    /// <param name="cancellation">Set by Ctrl-C.</param>
    public CommandContext(IConsoleIo io, bool isJson, bool isQuiet, CancellationToken cancellation)
    {
        (_io, IsJson, IsQuiet, Cancellation) = (io, isJson, isQuiet, cancellation);
        Input = new CancellableStream(io.Input, cancellation);
        Out = new StreamWriter(io.Output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        Progress = isQuiet ? new SilentProgress(io.Error) : io.IsErrorTerminal ? new TerminalProgress(io.Error) : new PlainProgress(io.Error, TimeProvider.System);
    }

    /// <summary>Standard input; Ctrl-C ends a read that waits.</summary>
    public Stream Input { get; }

    /// <summary>Standard output as bytes, for results that are streamed; flush <see cref="Out"/> before.</summary>
    public Stream Output => _io.Output;

    /// <summary>Whether nobody reads the results any more.</summary>
    public bool IsOutputClosed => _io.IsOutputClosed;

    /// <summary>Standard output as text in UTF-8; every line is written at once.</summary>
    public TextWriter Out { get; }

    /// <summary>Whether the result is to be JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Whether only warnings and errors go to standard error.</summary>
    public bool IsQuiet { get; }

    /// <summary>Set by Ctrl-C; long work asks it often.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Tells how far the work is; silent with --quiet.</summary>
    public IProgressReporter Progress { get; }

    /// <summary>
    /// When the command runs, in UTC to the second; what SOURCE_DATE_EPOCH (reproducible-builds.org) says, seconds since 1970, where it is set,
    /// so that the same inputs give the same bytes.
    /// </summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(
        long.TryParse(_io.Variable("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? seconds : TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Whether a person types standard input, who must be told that the command waits for it.</summary>
    public bool IsInputTerminal => _io.IsInputTerminal;

    /// <summary>Whether results may be coloured: a terminal that is not a dumb one, and NO_COLOR (no-color.org) is not set.</summary>
    public bool UsesColor => _io.IsOutputTerminal && string.IsNullOrEmpty(_io.Variable("NO_COLOR")) && _io.Variable("TERM") != "dumb";

    /// <summary>Characters in a line of the terminal; null when results go to a file or pipe.</summary>
    public int? TerminalWidth => _io.IsOutputTerminal ? _io.Width : null;

    /// <summary>Whether results go to a terminal on which this has room without a line being broken.</summary>
    public bool HasRoomFor(IRenderable result) => TerminalWidth is { } width && result.Measure(RenderOptions.Create(CreateConsole(), null), int.MaxValue).Max <= width;

    /// <summary>Writes a table (or what else Spectre.Console can draw) as result.</summary>
    public void Write(IRenderable result) => CreateConsole().Write(result);

    /// <summary>Writes a JSON document as result, indented, with letters of every script as they are.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(Output, JsonStyle.Indented)) write(writer);
        Out.WriteLine();
    }

    /// <summary>Tells the user what may be wrong, also with --quiet.</summary>
    public void Warn(string message) => Progress.Warn(message);

    /// <summary>Tells the user what came of something that was asked for, on standard error, also with --quiet.</summary>
    public void Say(string message) => _io.Error.WriteLine(message);

    /// <inheritdoc/>
    public void Dispose() => Out.Dispose();

    private IAnsiConsole CreateConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = UsesColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = UsesColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = _io.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
