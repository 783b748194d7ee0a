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
            writer.WriteStartObject(topic.Manifest.Name);
            PredictionJson.WriteMembers(writer, topic.Explanation.Prediction, topic.Manifest.Kind);
            writer.WriteStartArray("evidence");
            for (int label = 0; label < topic.Explanation.Labels.Count; label++) WriteLabel(writer, topic, label);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        foreach (TaskListFinding finding in explanation.TaskLists)
        {
            writer.WriteStartObject(finding.Name);
            PredictionJson.WriteMembers(writer, finding.Tasks);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter writer, TopicExplanation topic, int label)
    {
        writer.WriteStartObject();
        writer.WriteString("label", topic.Explanation.Labels[label]);
        writer.WriteNumber("probability", topic.Probability(label));
        writer.WriteNumber("score", topic.Explanation.Scores[label]);
        writer.WriteNumber("bias", topic.Explanation.Biases[label]);
        writer.WriteStartArray("terms");
        foreach (EvidenceTerm term in topic.Explanation.Terms.OrderByDescending(term => Math.Abs(term.Contributions[label])))
        {
            writer.WriteStartObject();
            writer.WriteString("text", term.Text);
            writer.WriteNumber("occurrences", term.Occurrences);
            writer.WriteNumber("contribution", term.Contributions[label]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteSpans(writer, topic.Explanation.Spans, label);
        writer.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter writer, IReadOnlyList<EvidenceSpan> spans, int label)
    {
        writer.WriteStartArray("spans");
        foreach (EvidenceSpan span in spans)
        {
            writer.WriteStartObject();
            writer.WriteString("field", span.Field);
            writer.WriteNumber("start", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteNumber("contribution", span.Contributions[label]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
