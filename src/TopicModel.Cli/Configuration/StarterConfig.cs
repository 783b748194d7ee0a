using System.Text;
using System.Text.Json;
using TopicModel.Cli.Commands;
using TopicModel.Training.Data;

namespace TopicModel.Cli.Configuration;

/// <summary>Writes the train.json that suits a data file: what it must say, and the few values that people change first.</summary>
internal static class StarterConfig
{
    /// <summary>The file's bytes.</summary>
    /// <param name="schema">What the data has; with text and label fields.</param>
    /// <param name="data">Path of the data, relative to the configuration.</param>
    public static byte[] Write(SniffedSchema schema, string data)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonStyle.Indented))
        {
            writer.WriteStartObject();
            WriteData(writer, schema, data);
            writer.WriteStartObject("classifiers");
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (SniffedLabel label in schema.LabelFields)
            {
                writer.WriteStartObject(NameOf(label.Field, names));
                writer.WriteString("kind", ConfigKeys.NameOf(label.Kind));
                writer.WriteString("label", label.Field);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteData(Utf8JsonWriter writer, SniffedSchema schema, string data)
    {
        var defaults = new DataConfig();
        writer.WriteStartObject("data");
        WriteList(writer, "train", [data]);
        writer.WriteNumber("holdout", defaults.Holdout);
        writer.WriteStartObject("fields");
        if (schema.IdField is { } id) writer.WriteString("id", id);
        WriteList(writer, "text", schema.TextFields);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>The field's name with everything else than letters, digits, '-' and '_' replaced, and a number behind it where it is taken.</summary>
    internal static string NameOf(string field, HashSet<string> taken)
    {
        var name = new StringBuilder();
        foreach (char character in field) name.Append(ClassifierReader.IsNameCharacter(character) ? character : '-');
        string start = name.ToString().Trim('-') is { Length: > 0 } trimmed ? trimmed : "label";
        string unique = start;
        for (int number = 2; !taken.Add(unique); number++) unique = $"{start}-{number}";
        return unique;
    }
}
