using System.Text.Json;
using TopicModel.Text;

namespace TopicModel.Training.Data;

/// <summary>Labels as they are compared: in any order, each once, in composed characters (NFC), without white space around them or blank ones.</summary>
internal static class LabelSet
{
    /// <summary>Of labels.</summary>
    public static HashSet<string> Of(IEnumerable<string> labels) => [.. labels.Select(label => CanonicalComposer.Compose(label).Trim()).Where(label => label.Length > 0)];

    /// <summary>Of a JSON value: a text, a number, true or false is one label, a list several, null none.</summary>
    public static HashSet<string> Of(JsonElement value) => Of(TextsOf(value));

    /// <summary>The labels of a JSON value as they stand there.</summary>
    public static string[] TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(TextOf)],
        JsonValueKind.Null => [],
        _ => [TextOf(value)],
    };

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
