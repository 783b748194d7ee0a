using System.Text.Json;
using TopicModel.Json;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Reports;

/// <summary>Writes what models say of an article: an object with "id" and a property for each classifier, in the order of their names.</summary>
internal sealed class PredictionJson
{
    private readonly HashSet<string> _own;

    /// <param name="analyzer">The models.</param>
    public PredictionJson(ArticleAnalyzer analyzer) =>
        _own = [.. analyzer.Classifiers.Select(classifier => classifier.Name), .. analyzer.Detectors.Select(detector => detector.Name), "id"];

    /// <summary>Whether a field of the input has the name of something written here, which then takes its place.</summary>
    public bool Replaces(string field) => _own.Contains(field);

    /// <summary>Writes an article's object; the identifier keeps its JSON type, and extra fields come between "id" and the classifiers.</summary>
    public void Write(Utf8JsonWriter writer, InputRow row, ArticleAnalysis analysis)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (row.HasLiteralId) writer.WriteRawValue(row.Id);
        else writer.WriteStringValue(row.Id);
        if (row.Extra is { } extra)
            foreach (JsonProperty field in extra.EnumerateObject().Where(field => !Replaces(field.Name))) field.WriteTo(writer);
        ResultJson.WriteMembers(writer, analysis);
        writer.WriteEndObject();
    }
}
