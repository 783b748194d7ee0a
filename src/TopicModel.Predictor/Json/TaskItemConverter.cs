using System.Text.Json;

namespace TopicModel.Json;

/// <summary>Writes one task as it stands in the list of the console's <c>predict</c>.</summary>
internal sealed class TaskItemConverter : ResultConverter<TaskItem>
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, TaskItem value) => ResultJson.WriteMembers(writer, value);
}
