namespace TopicModel.Cli.Reports;

/// <summary>What a model of passages found in an article.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Tasks">The sentences.</param>
internal sealed record TaskListFinding(string Name, TaskList Tasks);
