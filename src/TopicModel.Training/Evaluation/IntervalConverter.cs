using System.Text.Json;
using System.Text.Json.Serialization;

namespace TopicModel.Training.Evaluation;

/// <summary>An interval as an array of two numbers.</summary>
internal sealed class IntervalConverter : JsonConverter<Interval>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not an array of two numbers.</exception>
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw NotAnInterval();
        double low = ReadNumber(ref reader), high = ReadNumber(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray) throw NotAnInterval();
        return new Interval(low, high);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Low);
        writer.WriteNumberValue(value.High);
        writer.WriteEndArray();
    }

    private static double ReadNumber(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : throw NotAnInterval();

    private static JsonException NotAnInterval() => new("an interval is an array of two numbers, [low, high]");
}
