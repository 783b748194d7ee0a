using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>Reads JSON that stands in a cell of a delimited file.</summary>
internal static class JsonCell
{
    /// <summary>The values of a list of strings, numbers and booleans as text; null when the cell is anything else.</summary>
    public static string[]? ReadList(string cell)
    {
        ReadOnlySpan<char> trimmed = cell.AsSpan().Trim();
        if (trimmed is not ['[', .., ']']) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(cell);
            JsonElement[] items = [.. document.RootElement.EnumerateArray()];
            return Array.TrueForAll(items, IsPlain) ? Array.ConvertAll(items, ToText) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A label may well begin and end with brackets; an escape of half a character is no text.
            return null;
        }
    }

    private static bool IsPlain(JsonElement item) => item.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static string ToText(JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
}
