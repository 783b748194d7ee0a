using System.Text.Json;

namespace TopicModel.Cli.Reports;

/// <summary>An explanation as one JSON object: "id", and for each model its prediction as `predict` writes it, with the evidence by label.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter writer, ArticleExplanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("id", explanation.Row.Id);
        foreach (TopicExplanation topic in explanation.Topics)
        {
            writer.WritePropertyName(topic.Name);
            JsonSerializer.Serialize(writer, topic.Explanation, TopicModelJsonContext.Default.Explanation);
        }
        foreach (TaskListFinding finding in explanation.TaskLists)
        {
            writer.WritePropertyName(finding.Name);
            JsonSerializer.Serialize(writer, finding.Tasks, TopicModelJsonContext.Default.TaskList);
        }
        writer.WriteEndObject();
    }
}
