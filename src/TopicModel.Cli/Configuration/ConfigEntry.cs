using System.Text.Json;

namespace TopicModel.Cli.Configuration;

/// <summary>What one source says about one key.</summary>
/// <param name="Place">Where it was said.</param>
/// <param name="Kind">Type in the JSON file; <see cref="JsonValueKind.Undefined"/> for other sources, which have only text.</param>
/// <param name="Text">The value as text; null for a list, an object and null itself.</param>
/// <param name="Shown">The value as messages show it.</param>
internal readonly record struct ConfigEntry(string Place, JsonValueKind Kind, string? Text, string Shown)
{
    /// <summary>Whether it comes from a source without types, where every value is text.</summary>
    public bool IsUntyped => Kind == JsonValueKind.Undefined;

    /// <summary>Whether it is one value, not a list or an object.</summary>
    public bool IsScalar => Text is not null || IsNull;

    /// <summary>Whether it is null; a source without types writes "null".</summary>
    public bool IsNull => Kind == JsonValueKind.Null || (IsUntyped && Text == "null");

    /// <summary>The text when it is of that JSON type, or of no type; null otherwise.</summary>
    public string? As(params ReadOnlySpan<JsonValueKind> kinds) => IsUntyped || kinds.Contains(Kind) ? Text : null;

    /// <summary>A value of a source without types.</summary>
    public static ConfigEntry OfText(string place, string? text) => new(place, JsonValueKind.Undefined, text ?? "", $"'{text}'");
}
