using System.Text;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Commands;

/// <summary>Streams in memory.</summary>
internal sealed class FakeConsoleIo : IConsoleIo
{
    public MemoryStream OutputBytes { get; } = new();

    public StringWriter ErrorText { get; } = new() { NewLine = "\n" };

    public Dictionary<string, string> Variables { get; } = [];

    public Stream Input { get; init; } = Stream.Null;

    public Stream Output => OutputBytes;

    public bool IsOutputClosed { get; init; }

    public TextWriter Error => ErrorText;

    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    public int Width { get; init; } = 200;

    public string OutputText => Encoding.UTF8.GetString(OutputBytes.ToArray());

    public string? Variable(string name) => Variables.GetValueOrDefault(name);
}
