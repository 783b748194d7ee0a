using System.Globalization;
using System.Text.Json;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Training.Trainers;

namespace TopicModel.Cli.Configuration;

/// <summary>
/// A hash of everything in a configuration that has a say in models and figures: fields, hold-out, seed, and all of the classifiers with
/// their defaults. Paths, threads and output folders do not matter, nor how the file is written.
/// </summary>
internal static class ConfigHash
{
    /// <summary>16 lower-case hexadecimal digits.</summary>
    public static string Compute(TrainConfig config)
    {
        string[] parts =
        [
            config.Seed.ToString(CultureInfo.InvariantCulture), config.Data.Holdout.ToString("R", CultureInfo.InvariantCulture), config.Data.Test.Count == 0 ? "held out" : "test files",
            config.Data.Fields.Id, .. config.Data.Fields.Text, .. config.Classifiers.SelectMany(Parts),
        ];
        ulong hash = (ulong)parts.Length;
        foreach (string part in parts) hash = FeatureHash.Join(hash, FeatureHash.Units(part));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Parts(ClassifierConfig classifier) =>
    [
        classifier.Name, ConfigKeys.NameOf(classifier.Kind), classifier.Label, classifier.Positive ?? "", classifier.Engine, classifier.CrossValidation.ToString(CultureInfo.InvariantCulture), classifier.Prune.ToString("R", CultureInfo.InvariantCulture),
        .. classifier.SentenceFields, Features(classifier.Features), classifier.Trainer.Name,
        .. TrainerCatalog.Create(classifier.Trainer.Name, classifier.Trainer.Options).Options.OrderBy(option => option.Key, StringComparer.Ordinal).SelectMany(option => new[] { option.Key, option.Value }),
        classifier.ClassWeights is null ? "" : classifier.ClassWeights.IsBalanced ? "balanced" : "given",
        .. (classifier.ClassWeights?.Weights ?? new Dictionary<string, double>()).OrderBy(weight => weight.Key, StringComparer.Ordinal).SelectMany(weight => new[] { weight.Key, weight.Value.ToString("R", CultureInfo.InvariantCulture) }),
        .. classifier.Prevalence.OrderBy(share => share.Key, StringComparer.Ordinal).SelectMany(share => new[] { "prevalence", share.Key, share.Value.ToString("R", CultureInfo.InvariantCulture) }),
    ];

    private static string Features(FeatureOptions features) => JsonSerializer.Serialize(
        features with { FieldWeights = new SortedDictionary<string, double>(features.FieldWeights.ToDictionary(), StringComparer.Ordinal) }, ManifestJson.Default.FeatureOptions);
}
