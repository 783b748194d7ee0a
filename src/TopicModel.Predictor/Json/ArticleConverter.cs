using System.Text.Json;
using System.Text.Json.Serialization;

namespace TopicModel.Json;

/// <summary>
/// Articles as JSON objects: a property with a string is a field, null an empty one. Other values (numbers, lists) belong to the app
/// and are passed over, but not where a title, lead or body is expected.
/// </summary>
internal sealed class ArticleConverter : JsonConverter<Article>
{
    private static readonly string[] NewsFields = [Article.TitleField, Article.LeadField, Article.BodyField];

    /// <inheritdoc/>
    public override Article Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"an article is a JSON object, {reader.TokenType} was found");
        StringComparison comparison = options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var article = new Article();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            string? news = Array.Find(NewsFields, field => field.Equals(property, comparison));
            reader.Read();
            if (reader.TokenType == JsonTokenType.String) article[news ?? property] = reader.GetString()!;
            else if (news is not null && reader.TokenType != JsonTokenType.Null) throw new JsonException($"'{property}' of an article is a string, {reader.TokenType} was found");
            else reader.Skip();
        }
        return article;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Article value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string field, string text) in value.Fields) writer.WriteString(field, text);
        writer.WriteEndObject();
    }
}
