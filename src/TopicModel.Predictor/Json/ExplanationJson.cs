using System.Text.Json;

namespace TopicModel.Json;

/// <summary>The members of an explanation as JSON: the prediction's, and "evidence" with an object for each label.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes the members of the explanation's object.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Explanation explanation)
    {
        ResultJson.WriteMembers(writer, explanation.Prediction);
        writer.WriteStartArray("evidence");
        for (int label = 0; label < explanation.Labels.Count; label++) WriteLabel(writer, explanation, label);
        writer.WriteEndArray();
    }

    private static void WriteLabel(Utf8JsonWriter writer, Explanation explanation, int label)
    {
        writer.WriteStartObject();
        writer.WriteString("label", explanation.Labels[label]);
        writer.WriteNumber("probability", explanation.Probability(label));
        writer.WriteNumber("score", explanation.Scores[label]);
        writer.WriteNumber("bias", explanation.Biases[label]);
        WriteTerms(writer, explanation.Terms, label);
        WriteSpans(writer, explanation.Spans, label);
        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, IReadOnlyList<EvidenceTerm> terms, int label)
    {
        writer.WriteStartArray("terms");
        foreach (EvidenceTerm term in terms.OrderByDescending(term => Math.Abs(term.Contributions[label])))
        {
            writer.WriteStartObject();
            writer.WriteString("text", term.Text);
            writer.WriteNumber("occurrences", term.Occurrences);
            writer.WriteNumber("contribution", term.Contributions[label]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
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
