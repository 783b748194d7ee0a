namespace TopicModel.Cli.Commands;

/// <summary>The streams that a command talks to and what stands behind them; tests bring their own.</summary>
internal interface IConsoleIo
{
    /// <summary>Standard input.</summary>
    Stream Input { get; }

    /// <summary>Standard output, for results only.</summary>
    Stream Output { get; }

    /// <summary>Whether nobody reads standard output any more.</summary>
    bool IsOutputClosed { get; }

    /// <summary>Standard error as text, for everything else.</summary>
    TextWriter Error { get; }

    /// <summary>Whether a person types standard input.</summary>
    bool IsInputTerminal { get; }

    /// <summary>Whether a person reads standard output, not a file or pipe.</summary>
    bool IsOutputTerminal { get; }

    /// <summary>Whether a person reads standard error.</summary>
    bool IsErrorTerminal { get; }

    /// <summary>Characters in a line of the terminal, at least 20; unlimited is as wide as a result needs.</summary>
    int Width { get; }

    /// <summary>An environment variable; null when it is not set.</summary>
    string? Variable(string name);
}
