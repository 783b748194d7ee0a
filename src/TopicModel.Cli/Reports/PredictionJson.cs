using System.Text.Json;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Reports;

/// <summary>Writes what models say of an article: an object with "id" and a property for each classifier, in the order of their names.</summary>
internal sealed class PredictionJson
{
    private readonly (string Name, ClassifierKind Kind)[] _models;
    private readonly HashSet<string> _own;

    /// <param name="analyzer">The models.</param>
    public PredictionJson(ArticleAnalyzer analyzer)
    {
        IEnumerable<(string Name, ClassifierKind Kind)> classifiers = analyzer.Classifiers.Select(classifier => (classifier.Manifest.Name, classifier.Manifest.Kind));
        _models = [.. classifiers.Concat(analyzer.Detectors.Select(detector => (detector.Manifest.Name, detector.Manifest.Kind))).OrderBy(model => model.Name, StringComparer.Ordinal)];
        _own = [.. _models.Select(model => model.Name), "id"];
    }

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
        foreach ((string name, ClassifierKind kind) in _models)
        {
            writer.WriteStartObject(name);
            if (kind == ClassifierKind.Passages) WriteMembers(writer, analysis.TaskLists[name]);
            else WriteMembers(writer, analysis.Predictions[name], kind);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a prediction's object.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Prediction prediction, ClassifierKind kind)
    {
        switch (kind)
        {
            case ClassifierKind.Binary:
                // The scores have one label, the positive one; the other label stands in the manifest only.
                writer.WriteBoolean("isPositive", prediction.Scores.ContainsKey(prediction.Label!));
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
        foreach (TaskItem item in tasks.Items) Write(writer, item);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, TaskItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("text", item.Text);
        writer.WriteNumber("start", item.Start);
        writer.WriteNumber("length", item.Length);
        if (item.Ordinal is { } ordinal) writer.WriteNumber("ordinal", ordinal);
        else writer.WriteNull("ordinal");
        writer.WriteNumber("probability", item.Probability);
        writer.WriteString("field", item.Field);
        writer.WriteNumber("fieldStart", item.FieldStart);
        writer.WriteEndObject();
    }
}
