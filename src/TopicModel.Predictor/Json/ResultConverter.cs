using System.Text.Json;
using System.Text.Json.Serialization;

namespace TopicModel.Json;

/// <summary>Writes results as JSON objects. There is no way back: a result says what a model said, and only a model says it.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
internal abstract class ResultConverter<T> : JsonConverter<T> where T : class
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is written as JSON, never read: read the JSON into a type of your own");

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteMembers(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes what is inside the object.</summary>
    protected abstract void WriteMembers(Utf8JsonWriter writer, T value);
}
