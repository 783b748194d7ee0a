using System.Text.Json;

namespace TopicModel.Json;

/// <summary>Writes a list of tasks as the console's <c>predict</c> does.</summary>
internal sealed class TaskListConverter : ResultConverter<TaskList>
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, TaskList value) => ResultJson.WriteMembers(writer, value);
}
