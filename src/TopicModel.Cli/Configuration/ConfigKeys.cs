using System.Reflection;
using System.Text.Json.Serialization;
using TopicModel.Features;

namespace TopicModel.Cli.Configuration;

/// <summary>The keys and names that train.json may have; docs/train.schema.json says the same, which a test checks.</summary>
internal static class ConfigKeys
{
    /// <summary>Keys of the file itself; "$schema" is for editors.</summary>
    public static readonly IReadOnlyList<string> Root = ["$schema", "data", "output", "seed", "threads", "classifiers"];

    /// <summary>Keys of "data".</summary>
    public static readonly IReadOnlyList<string> Data = ["train", "test", "holdout", "fields", "slices", "checkedLabels"];

    /// <summary>Keys of "data.fields".</summary>
    public static readonly IReadOnlyList<string> Fields = ["id", "text"];

    /// <summary>Keys of "output".</summary>
    public static readonly IReadOnlyList<string> Output = ["models", "reports"];

    /// <summary>Keys of a classifier.</summary>
    public static readonly IReadOnlyList<string> Classifier =
        ["kind", "label", "positive", "engine", "features", "trainer", "classWeights", "prevalence", "crossValidation", "prune", "learningCurve", "sentenceFields"];

    /// <summary>Keys of "features".</summary>
    public static readonly IReadOnlyList<string> Features =
        ["words", "chars", "unaccented", "minDocumentFrequency", "maxFeatures", "weighting", "clean", "fieldWeights"];

    /// <summary>Key in "trainer" that is no option of the trainer.</summary>
    public const string TrainerName = "name";

    /// <summary>[name in train.json] -> kind.</summary>
    public static readonly IReadOnlyDictionary<string, ClassifierKind> Kinds = Names<ClassifierKind>();

    /// <summary>[name in train.json] -> weighting.</summary>
    public static readonly IReadOnlyDictionary<string, Weighting> Weightings = Names<Weighting>();

    /// <summary>Name of a kind in train.json.</summary>
    public static string NameOf(ClassifierKind kind) => Kinds.Single(entry => entry.Value == kind).Key;

    /// <summary>Name of a weighting in train.json.</summary>
    public static string NameOf(Weighting weighting) => Weightings.Single(entry => entry.Value == weighting).Key;

    /// <summary>The values of an enumeration by their names in JSON, in the order of declaration.</summary>
    private static Dictionary<string, T> Names<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(
        value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name, StringComparer.Ordinal);
}
