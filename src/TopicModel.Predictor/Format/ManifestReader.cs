using TopicModel.Features;

namespace TopicModel.Format;

/// <summary>
/// Reads the JSON of a manifest. What is missing or null is null here, and <see cref="ManifestCheck"/> tells it; a value of another type
/// is told here.
/// </summary>
internal static class ManifestReader
{
    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormatException">It is no JSON object, or a value is of another type.</exception>
    public static ModelManifest Read(ReadOnlySpan<byte> utf8)
    {
        JsonValue json = Object(JsonValue.Parse(utf8), "the manifest");
        return new ModelManifest
        {
            Name = Text(json, "name", missing: null)!,
            Kind = (ClassifierKind)Choice(json, "kind", "binary", "multiclass", "multilabel", "passages"),
            Labels = List<string>(json, "labels", Text!)!,
            NegativeLabel = Text(json, "negativeLabel", "")!,
            LabelField = Text(json, "labelField", "")!,
            TextFields = List<string>(json, "textFields", Text!)!,
            SentenceFields = json.Find("sentenceFields").Kind == JsonKind.Missing ? [] : List<string>(json, "sentenceFields", Text!)!,
            Features = IsThere(json, "features") ? ReadFeatures(Object(json.Find("features"), "features")) : null!,
            Trainer = Text(json, "trainer", missing: null)!,
            TrainerOptions = Table<string>(json, "trainerOptions", Text!)!,
            Link = Text(json, "link", missing: null)!,
            Calibrated = Flag(json, "calibrated", false),
            Slopes = List(json, "slopes", Number)!,
            Offsets = List(json, "offsets", Number)!,
            Thresholds = json.Find("thresholds").Kind == JsonKind.Missing ? [] : List(json, "thresholds", Number)!,
            Prevalence = IsThere(json, "prevalence") ? Table(json, "prevalence", Number) : null,
            Document = IsThere(json, "document") ? ReadDocumentRule(Object(json.Find("document"), "document")) : null,
            TrainingDocuments = Integer(json, "trainingDocuments", -1),
            DataFingerprint = Text(json, "dataFingerprint", missing: null)!,
            TestMetrics = Table(json, "testMetrics", Number)!,
            ToolVersion = Text(json, "toolVersion", missing: null)!,
        };
    }

    private static DocumentRule ReadDocumentRule(JsonValue json) => new(List(json, "weights", Number)!, Number(json.Find("bias"), "bias"), Number(json.Find("threshold"), "threshold"));

    private static FeatureOptions ReadFeatures(JsonValue json)
    {
        var defaults = new FeatureOptions();
        return new FeatureOptions
        {
            Words = Range(json, "words", defaults.Words),
            Chars = Range(json, "chars", defaults.Chars),
            Unaccented = Flag(json, "unaccented", defaults.Unaccented),
            MinDocumentFrequency = Integer(json, "minDocumentFrequency", defaults.MinDocumentFrequency),
            MaxFeatures = IsThere(json, "maxFeatures") ? Integer(json, "maxFeatures", 0) : null,
            Weighting = json.Find("weighting").Kind == JsonKind.Missing ? defaults.Weighting : (Weighting)Choice(json, "weighting", "tfidf", "binary", "logCountRatio"),
            Clean = Flag(json, "clean", defaults.Clean),
            FieldWeights = Table(json, "fieldWeights", Number)!,
        };
    }

    private static NgramRange? Range(JsonValue json, string name, NgramRange? missing)
    {
        JsonValue value = json.Find(name);
        if (value.Kind is JsonKind.Missing or JsonKind.Null) return value.Kind == JsonKind.Missing ? missing : null;
        JsonValue range = Object(value, name);
        return new NgramRange(Integer(range, "min", 0), Integer(range, "max", 0));
    }

    /// <summary>Whether a property is neither missing nor null.</summary>
    private static bool IsThere(JsonValue json, string name) => json.Find(name).Kind > JsonKind.Null;

    /// <summary>An object whose properties will be looked for.</summary>
    private static JsonValue Object(JsonValue value, string name)
    {
        Expect(value, JsonKind.Object, name);
        return value.Indexed();
    }

    private static void Expect(JsonValue value, JsonKind kind, string name)
    {
        if (value.Kind == kind) return;
        throw new FormatException(value.Kind is JsonKind.Missing or JsonKind.Null ? $"{name} is {value.Kind.ToString().ToLowerInvariant()}" : $"{name} has a value of kind {value.Kind}, {kind} was expected");
    }

    /// <summary>A text, or null.</summary>
    private static string? Text(JsonValue value, string name)
    {
        if (value.Kind == JsonKind.Null) return null;
        Expect(value, JsonKind.String, name);
        return value.Text();
    }

    private static string? Text(JsonValue json, string name, string? missing)
    {
        JsonValue value = json.Find(name);
        return value.Kind == JsonKind.Missing ? missing : Text(value, name);
    }

    private static bool Flag(JsonValue json, string name, bool missing)
    {
        JsonKind kind = json.Find(name).Kind;
        return kind is JsonKind.True or JsonKind.False ? kind == JsonKind.True : kind == JsonKind.Missing ? missing : throw new FormatException($"{name} is {kind}, true or false was expected");
    }

    private static int Integer(JsonValue json, string name, int missing)
    {
        JsonValue value = json.Find(name);
        return value.Kind == JsonKind.Missing ? missing : Whole(value, name);
    }

    private static int Whole(JsonValue value, string name)
    {
        Expect(value, JsonKind.Number, name);
        return value.TryGetInteger(out int number) ? number
            : throw new FormatException($"{name} is {value.Text()}, a whole number was expected");
    }

    private static double Number(JsonValue value, string name)
    {
        Expect(value, JsonKind.Number, name);
        return value.TryGetNumber(out double number) ? number
            : throw new FormatException($"{name} is {value.Text()}, a number was expected");
    }

    /// <summary>Index of the name that is written; a number stands for itself, as in the names' enumeration.</summary>
    private static int Choice(JsonValue json, string name, params string[] names)
    {
        JsonValue value = json.Find(name);
        if (value.Kind == JsonKind.Number) return Whole(value, name);
        string? text = Text(json, name, missing: null);
        for (int i = 0; i < names.Length; i++) if (names[i] == text) return i;
        throw new FormatException($"{name} is '{text}', one of {string.Join(", ", names)} was expected");
    }

    /// <summary>The elements of an array; null where it is missing or null.</summary>
    private static T[]? List<T>(JsonValue json, string name, Reader<T> read)
    {
        if (!IsThere(json, name)) return null;
        JsonValue list = json.Find(name);
        Expect(list, JsonKind.Array, name);
        var values = new T[list.Count()];
        int count = 0;
        foreach (JsonValue item in list) values[count++] = read(item, name);
        return values;
    }

    /// <summary>The values of an object with free keys; empty where it is missing, null where it is null.</summary>
    private static Dictionary<string, T>? Table<T>(JsonValue json, string name, Reader<T> read)
    {
        JsonValue value = json.Find(name);
        if (value.Kind == JsonKind.Null) return null;
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        if (value.Kind == JsonKind.Missing) return table;
        Expect(value, JsonKind.Object, name);
        for (JsonValue.Enumerator items = value.GetEnumerator(); items.MoveNext();) table[items.Name] = read(items.Current, name);
        return table;
    }

    /// <summary>Reads a value of the property of that name.</summary>
    private delegate T Reader<out T>(JsonValue value, string name);
}
