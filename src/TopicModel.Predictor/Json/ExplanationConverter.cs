using System.Text.Json;

namespace TopicModel.Json;

/// <summary>Writes an explanation as the console's <c>explain --json</c> does: the prediction with its evidence by label.</summary>
internal sealed class ExplanationConverter : ResultConverter<Explanation>
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, Explanation value) => ExplanationJson.WriteMembers(writer, value);
}
