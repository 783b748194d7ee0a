using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;

namespace TopicModel.Cli.Configuration;

/// <summary>
/// The JSON of a configuration file by key path, beside the configuration provider, which forgets types and spelling.
/// Comments and trailing commas are allowed.
/// </summary>
internal sealed class ConfigFile
{
    private readonly Dictionary<string, JsonElement> _elements = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _json;
    private JsonElement _root;

    private ConfigFile(string name, byte[] json) => (Name, _json) = (name, json);

    /// <summary>The path as the user wrote it, for messages.</summary>
    public string Name { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigException">There is no such file, it is not JSON in UTF-8, not an object, or has a key twice.</exception>
    public static ConfigFile Read(string path)
    {
        if (Directory.Exists(path)) throw new ConfigException($"{path}: this is a folder; a JSON file was expected");
        if (!File.Exists(path)) throw new ConfigException($"{path}: there is no such file; 'topicmodel init DATA' writes one for your data");
        byte[] bytes = File.ReadAllBytes(path);
        var file = new ConfigFile(path, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        if (!Utf8.IsValid(bytes)) throw new ConfigException($"{path}: the file is not UTF-8; save it as UTF-8");
        file._root = file.Parse();
        if (file._root.ValueKind != JsonValueKind.Object) throw new ConfigException($"{path}: the file holds {Describe(file._root)}; an object was expected");
        file.Index(file._root, "");
        return file;
    }

    /// <summary>The element at a key path with colons ("" for the root), in any case; null when there is none.</summary>
    public JsonElement? Find(string key) => key.Length == 0 ? _root : _elements.TryGetValue(key, out JsonElement element) ? element : null;

    /// <summary>The provider for the same bytes.</summary>
    public IConfigurationProvider ToProvider() =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(_json)).Build().Providers.Single();

    /// <summary>'text', 3, true, null, "a list" or "an object".</summary>
    public static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => $"'{element.GetString()}'",
        _ => element.GetRawText(),
    };

    private JsonElement Parse()
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
            return JsonDocument.Parse(_json, options).RootElement;
        }
        catch (JsonException exception)
        {
            int line = (int)(exception.LineNumber ?? 0);
            string problem = exception.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new ConfigException($"{Name} line {line + 1}, column {Column(line, (int)(exception.BytePositionInLine ?? 0))}: this is not JSON: {problem}", exception);
        }
    }

    /// <summary>Place in a line, in characters from 1, of a place in bytes from 0.</summary>
    private int Column(int line, int byteInLine)
    {
        ReadOnlySpan<byte> rest = _json;
        for (int i = 0; i < line; i++) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        return Encoding.UTF8.GetCharCount(rest[..Math.Min(byteInLine, rest.Length)]) + 1;
    }

    private void Index(JsonElement element, string key)
    {
        int item = 0;
        if (element.ValueKind == JsonValueKind.Array)
            foreach (JsonElement child in element.EnumerateArray()) Add(child, key, $"{item++}");
        if (element.ValueKind == JsonValueKind.Object)
            foreach (JsonProperty child in element.EnumerateObject()) Add(child.Value, key, child.Name);
    }

    private void Add(JsonElement child, string parent, string name)
    {
        string key = parent.Length == 0 ? name : $"{parent}:{name}";
        if (!_elements.TryAdd(key, child))
            throw new ConfigException($"{Name}: {key.Replace(':', '.')} is there twice; keys must differ in more than upper and lower case");
        Index(child, key);
    }
}
