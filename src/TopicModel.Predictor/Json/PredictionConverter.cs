using System.Text.Json;

namespace TopicModel.Json;

/// <summary>Writes a prediction as the console's <c>predict</c> does.</summary>
internal sealed class PredictionConverter : ResultConverter<Prediction>
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, Prediction value) => ResultJson.WriteMembers(writer, value);
}
