namespace TopicModel.Testing;

/// <summary>What the console did as a process of its own.</summary>
internal sealed record ConsoleResult(int ExitCode, string Output, string Error);
