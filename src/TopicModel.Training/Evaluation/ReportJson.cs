using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TopicModel.Training.Evaluation;

/// <summary>
/// The one reader and writer of report.json: camelCase, indented by two blanks, lines ended by a line feed on every system, letters of
/// any script as they are, undefined numbers null, names of classifiers and options in ordinal order. The same report gives the same text.
/// </summary>
public static class ReportJson
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The report as JSON, with a line feed at the end.</summary>
    public static string Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var classifiers = new SortedDictionary<string, ClassifierReport>(StringComparer.Ordinal);
        foreach ((string name, ClassifierReport classifier) in report.Classifiers)
        {
            var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach ((string option, string value) in classifier.Trainer.Options) options.Add(option, value);
            classifiers.Add(name, classifier with { Trainer = classifier.Trainer with { Options = options } });
        }
        return JsonSerializer.Serialize(report with { Classifiers = classifiers }, Context.Report) + "\n";
    }

    /// <summary>The report in a JSON text.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <param name="source">Where it is from ("models/reports/report.json"), for messages.</param>
    /// <exception cref="InvalidDataException">
    /// It is not a report of this version of the layout; the message names the source, and the line and key where there is one.
    /// </exception>
    public static Report Read(string json, string source)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            CheckVersion(JsonNode.Parse(json), source);
            return JsonSerializer.Deserialize(json, Context.Report)!;
        }
        catch (JsonException error)
        {
            string place = error.LineNumber is { } line ? $" line {line + 1}" : "";
            string key = string.IsNullOrEmpty(error.Path) ? "" : $", {error.Path}";
            throw new InvalidDataException($"{source}{place}{key}: this is not a report: {error.Message}", error);
        }
    }

    private static void CheckVersion(JsonNode? report, string source)
    {
        if (report is JsonObject fields && fields["schemaVersion"] is JsonValue value && value.TryGetValue(out int version))
        {
            if (version == Report.CurrentSchemaVersion) return;
            throw new InvalidDataException($"{source}: schemaVersion is {version}, {Report.CurrentSchemaVersion} was expected");
        }
        throw new InvalidDataException($"{source}: this is not a report: schemaVersion, a whole number, was expected");
    }
}
