using System.Text.Json;

namespace TopicModel.Cli.Configuration;

/// <summary>The layer of the file: it also knows the types of the values, and names must be spelt exactly, as the JSON schema demands.</summary>
/// <param name="file">The file.</param>
internal sealed class FileLayer(ConfigFile file) : ConfigLayer(file.ToProvider(), _ => file.Name)
{
    /// <inheritdoc/>
    public override ConfigEntry? Find(string key)
    {
        if (file.Find(key) is not { } element) return null;
        bool isScalar = element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
        return new ConfigEntry(file.Name, element.ValueKind, isScalar && Provider.TryGet(key, out string? text) ? text : null, ConfigFile.Describe(element));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ChildKeys(string key) => file.Find(key) switch
    {
        { ValueKind: JsonValueKind.Object } element => [.. element.EnumerateObject().Select(child => child.Name)],
        { ValueKind: JsonValueKind.Array } element => [.. Enumerable.Range(0, element.GetArrayLength()).Select(index => $"{index}")],
        _ => [],
    };

    /// <inheritdoc/>
    public override IEnumerable<string> Descendants(string key) => ChildKeys(key);

    /// <inheritdoc/>
    public override bool IsSame(string written, string allowed) => written == allowed;
}
