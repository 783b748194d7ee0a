using System.Text.Json;
using TopicModel.Features;

namespace TopicModel.Format;

/// <summary>
/// Reads the JSON of a manifest. By hand, because the serializer's generated code is compiled anew in every process: `predict` of one
/// line took 200 ms, and 160 without it (2026-11-29). What is missing or null is null here, and
/// <see cref="ManifestCheck"/> tells it; a value of another type is told here.
/// </summary>
internal static class ManifestReader
{
    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is no JSON object, or a value is of another type.</exception>
    public static ModelManifest Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        try
        {
            return ReadManifest(Object(document.RootElement, "the manifest"));
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            // A text with half a character, or a number that is too large.
            throw new JsonException(exception.Message, exception);
        }
    }

    private static ModelManifest ReadManifest(JsonElement json) => new()
    {
        Name = Text(json, "name")!,
        Kind = (ClassifierKind)Choice(json, "kind", "binary", "multiclass", "multilabel", "passages"),
        Labels = Texts(json, "labels")!,
        NegativeLabel = Text(json, "negativeLabel", "")!,
        LabelField = Text(json, "labelField", "")!,
        TextFields = Texts(json, "textFields")!,
        SentenceFields = Find(json, "sentenceFields") is null ? [] : Texts(json, "sentenceFields")!,
        Features = NotNull(json, "features") is { } features ? ReadFeatures(Object(features, "features")) : null!,
        Trainer = Text(json, "trainer")!,
        TrainerOptions = Table(json, "trainerOptions", value => Of(value, JsonValueKind.String, "trainerOptions")?.GetString()!)!,
        Link = Text(json, "link")!,
        Calibrated = Flag(json, "calibrated", false),
        Slopes = Numbers(json, "slopes")!,
        Offsets = Numbers(json, "offsets")!,
        Thresholds = Find(json, "thresholds") is null ? [] : Numbers(json, "thresholds")!,
        Document = NotNull(json, "document") is { } rule ? new DocumentRule(Numbers(Object(rule, "document"), "weights")!, NumberOf(rule, "bias"), NumberOf(rule, "threshold")) : null,
        TrainingDocuments = Integer(json, "trainingDocuments", -1),
        DataFingerprint = Text(json, "dataFingerprint")!,
        TestMetrics = Table(json, "testMetrics", value => Number(value, "testMetrics"))!,
        ToolVersion = Text(json, "toolVersion")!,
    };

    private static FeatureOptions ReadFeatures(JsonElement json)
    {
        var defaults = new FeatureOptions();
        return new FeatureOptions
        {
            Words = Range(json, "words", defaults.Words),
            Chars = Range(json, "chars", defaults.Chars),
            Unaccented = Flag(json, "unaccented", defaults.Unaccented),
            MinDocumentFrequency = Integer(json, "minDocumentFrequency", defaults.MinDocumentFrequency),
            MaxFeatures = NotNull(json, "maxFeatures") is null ? null : Integer(json, "maxFeatures", 0),
            Weighting = Find(json, "weighting") is null ? defaults.Weighting : (Weighting)Choice(json, "weighting", "tfidf", "binary", "logCountRatio"),
            Clean = Flag(json, "clean", defaults.Clean),
            FieldWeights = Table(json, "fieldWeights", value => Number(value, "fieldWeights"))!,
        };
    }

    private static NgramRange? Range(JsonElement json, string name, NgramRange? defaultValue)
    {
        if (Find(json, name) is null) return defaultValue;
        return NotNull(json, name) is { } range ? new NgramRange(Integer(Object(range, name), "min", 0), Integer(range, "max", 0)) : null;
    }

    private static JsonElement? Find(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private static JsonElement? NotNull(JsonElement json, string name) => Find(json, name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static JsonElement Object(JsonElement value, string name) => Of(value, JsonValueKind.Object, name) ?? throw new JsonException($"{name} is null");

    /// <summary>The value, null for null.</summary>
    private static JsonElement? Of(JsonElement value, JsonValueKind kind, string name)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == kind ? value : throw new JsonException($"{name} has a value of kind {value.ValueKind}, {kind} was expected");
    }

    private static string? Text(JsonElement json, string name, string? missing = null) =>
        Find(json, name) is { } value ? Of(value, JsonValueKind.String, name)?.GetString() : missing;

    private static bool Flag(JsonElement json, string name, bool missing) =>
        Find(json, name) is not { } value ? missing : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new JsonException($"{name} is {value.ValueKind}, true or false was expected");

    private static int Integer(JsonElement json, string name, int missing) =>
        Find(json, name) is { } value ? Of(value, JsonValueKind.Number, name)?.GetInt32() ?? throw new JsonException($"{name} is null") : missing;

    private static double NumberOf(JsonElement json, string name) => Number(Find(json, name) ?? throw new JsonException($"{name} is missing"), name);

    private static double Number(JsonElement value, string name) => Of(value, JsonValueKind.Number, name)?.GetDouble() ?? throw new JsonException($"{name} is null");

    /// <summary>Index of the name that is written; a number stands for itself, as in the names' enumeration.</summary>
    private static int Choice(JsonElement json, string name, params string[] names)
    {
        if (Find(json, name) is { ValueKind: JsonValueKind.Number } number) return number.GetInt32();
        int index = Array.IndexOf(names, Text(json, name));
        return index >= 0 ? index : throw new JsonException($"{name} is '{Text(json, name)}', one of {string.Join(", ", names)} was expected");
    }

    private static string[]? Texts(JsonElement json, string name) =>
        NotNull(json, name) is { } list ? [.. Of(list, JsonValueKind.Array, name)!.Value.EnumerateArray().Select(item => Of(item, JsonValueKind.String, name)?.GetString()!)] : null;

    private static double[]? Numbers(JsonElement json, string name) =>
        NotNull(json, name) is { } list ? [.. Of(list, JsonValueKind.Array, name)!.Value.EnumerateArray().Select(item => Number(item, name))] : null;

    /// <summary>The values of an object with free keys; empty where it is missing, null where it is null.</summary>
    private static Dictionary<string, T>? Table<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Find(json, name) is null) return table;
        if (NotNull(json, name) is not { } values) return null;
        foreach (JsonProperty property in Object(values, name).EnumerateObject()) table[property.Name] = read(property.Value);
        return table;
    }
}
