using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using TopicModel.Json;

namespace TopicModel;

/// <summary>
/// Whether a document sets out tasks, and which sentences state them. Immutable. As JSON it is the object that the console's
/// <c>predict</c> writes: <c>isPositive</c>, <c>probability</c>, <c>items</c>.
/// </summary>
/// <param name="IsPositive">Whether the document has a list of tasks.</param>
/// <param name="Probability">That it has one, 0 to 1.</param>
/// <param name="Items">
/// The sentences, in reading order. Empty when the document has none, and when it has a list by all of its sentences together but none
/// of them is above the threshold alone.
/// </param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(TaskListConverter))]
public sealed record TaskList(bool IsPositive, double Probability, IReadOnlyList<TaskItem> Items)
{
    /// <summary>"3 tasks (0.912)" or "no tasks (0.043)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(!IsPositive ? "no tasks" : Items.Count == 1 ? "1 task" : $"{Items.Count} tasks")} ({Probability:0.000})");
}
