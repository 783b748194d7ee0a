using System.Text.Json;

namespace TopicModel.Json;

/// <summary>The members of results as JSON: the one place that knows the shape, for the console and for apps.</summary>
internal static class ResultJson
{
    /// <summary>Writes a property for each model of an analysis, in the ordinal order of their names.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, ArticleAnalysis analysis)
    {
        foreach (string name in analysis.Predictions.Keys.Concat(analysis.TaskLists.Keys).Order(StringComparer.Ordinal))
        {
            writer.WriteStartObject(name);
            if (analysis.TaskLists.TryGetValue(name, out TaskList? tasks)) WriteMembers(writer, tasks);
            else WriteMembers(writer, analysis.Predictions[name]);
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes the members of a prediction's object.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Prediction prediction)
    {
        switch (prediction.Kind)
        {
            case ClassifierKind.Binary:
                writer.WriteBoolean("isPositive", prediction.IsPositive);
                writer.WriteNumber("probability", prediction.Probability);
                return;
            case ClassifierKind.Multiclass:
                writer.WriteString("label", prediction.Label);
                writer.WriteNumber("probability", prediction.Probability);
                break;
            default:
                writer.WriteStartArray("labels");
                foreach (string label in prediction.Labels) writer.WriteStringValue(label);
                writer.WriteEndArray();
                break;
        }
        writer.WriteStartObject("scores");
        foreach ((string label, double probability) in prediction.Scores) writer.WriteNumber(label, probability);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of the object of a list of passages.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, TaskList tasks)
    {
        writer.WriteBoolean("isPositive", tasks.IsPositive);
        writer.WriteNumber("probability", tasks.Probability);
        writer.WriteStartArray("items");
        foreach (TaskItem item in tasks.Items)
        {
            writer.WriteStartObject();
            WriteMembers(writer, item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes the members of a passage's object.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, TaskItem item)
    {
        writer.WriteString("text", item.Text);
        writer.WriteNumber("start", item.Start);
        writer.WriteNumber("length", item.Length);
        if (item.Ordinal is { } ordinal) writer.WriteNumber("ordinal", ordinal);
        else writer.WriteNull("ordinal");
        writer.WriteNumber("probability", item.Probability);
        writer.WriteString("field", item.Field);
        writer.WriteNumber("fieldStart", item.FieldStart);
    }
}
