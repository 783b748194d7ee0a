using System.Text;

namespace TopicModel.Cli.Commands;

/// <summary>The process's own streams, always UTF-8, whatever the locale says.</summary>
internal sealed class SystemConsoleIo : IConsoleIo
{
    /// <summary>Wide enough for every table: a file has no edge to break lines at.</summary>
    private const int WidthOfFile = 200;

    /// <inheritdoc/>
    public Stream Input { get; } = Console.OpenStandardInput();

    private readonly ResultStream _output = ResultStream.Open();

    /// <inheritdoc/>
    public Stream Output => _output;

    /// <inheritdoc/>
    public bool IsOutputClosed => _output.IsClosed;

    /// <inheritdoc/>
    public TextWriter Error { get; } = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true });

    /// <inheritdoc/>
    public bool IsInputTerminal => !Console.IsInputRedirected;

    /// <inheritdoc/>
    public bool IsOutputTerminal => !Console.IsOutputRedirected;

    /// <inheritdoc/>
    public bool IsErrorTerminal => !Console.IsErrorRedirected;

    /// <inheritdoc/>
    public int Width => IsOutputTerminal ? Math.Max(20, Console.WindowWidth) : WidthOfFile;

    /// <inheritdoc/>
    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
