using System.Text.Json;

namespace TopicModel.Json;

/// <summary>Writes an analysis as a line of the console's <c>predict</c>, without "id".</summary>
internal sealed class ArticleAnalysisConverter : ResultConverter<ArticleAnalysis>
{
    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer, ArticleAnalysis value) => ResultJson.WriteMembers(writer, value);
}
