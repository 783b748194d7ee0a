using TopicModel.Features;
using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>
/// Checks that a manifest makes sense in itself, so that the code behind it can trust it. A manifest comes from a file that anybody
/// may have made: any list may be null, any number absurd.
/// </summary>
internal sealed class ManifestCheck
{
    /// <summary>Calibrations beyond this are no result of any training, and could overflow.</summary>
    private const double MostExtreme = 1e100;

    private readonly ModelManifest _manifest;
    private readonly string _source;

    private ManifestCheck(ModelManifest manifest, string source) => (_manifest, _source) = (manifest, source);

    /// <exception cref="InvalidModelException">A value is missing or out of its range, or a list is of the wrong length.</exception>
    public static void Check(ModelManifest manifest, string source)
    {
        var check = new ManifestCheck(manifest, source);
        check.CheckPresence();
        check.CheckNames();
        check.CheckCalibration();
        check.CheckFeatures(manifest.Features);
        check.CheckDocumentRule();
    }

    private void CheckPresence()
    {
        RequireAll(_manifest.Labels, "labels");
        RequireAll(_manifest.TextFields, "textFields");
        RequireAll(_manifest.SentenceFields, "sentenceFields");
        RequireAll(_manifest.TrainerOptions?.Values, "trainerOptions");
        Require(_manifest.Slopes is not null && _manifest.Offsets is not null && _manifest.Thresholds is not null, "slopes, offsets or thresholds are missing");
        Require(_manifest.TestMetrics is not null, "testMetrics are missing");
        Require(!string.IsNullOrEmpty(_manifest.Name), "the name is missing");
        Require(_manifest.NegativeLabel is not null && _manifest.LabelField is not null && _manifest.Trainer is not null && _manifest.DataFingerprint is not null && _manifest.ToolVersion is not null,
            "negativeLabel, labelField, trainer, dataFingerprint or toolVersion is missing");
        Require(_manifest.TrainingDocuments >= 0, $"trainingDocuments is {_manifest.TrainingDocuments}, 0 or more was expected");
    }

    private void CheckNames()
    {
        ClassifierKind kind = _manifest.Kind;
        int outputs = _manifest.Labels.Count;
        Require(Enum.IsDefined(kind), $"kind {kind} is not known");
        Require(outputs > 0, "there are no labels");
        Require(AreDistinct(_manifest.Labels), "a label is repeated");
        Require(kind is ClassifierKind.Multiclass or ClassifierKind.Multilabel || outputs == 1, $"kind {kind} has {outputs} labels, 1 was expected");
        Require(_manifest.TextFields.Count > 0, "there are no text fields");
        Require(AreDistinct(_manifest.TextFields) && AreDistinct(_manifest.SentenceFields), "a field is repeated");
        Require(_manifest.SentenceFields.All(_manifest.TextFields.Contains), "a sentence field is not a text field");
        Require(kind != ClassifierKind.Passages || _manifest.SentenceFields.Count > 0, "there are no sentence fields");
    }

    private void CheckCalibration()
    {
        int outputs = _manifest.Labels.Count;
        Require(_manifest.Link is "softmax" or "sigmoid", $"link '{_manifest.Link}' is neither softmax nor sigmoid");
        Require(_manifest.Link == "sigmoid" || _manifest.Kind == ClassifierKind.Multiclass, $"link softmax does not go with kind {_manifest.Kind}");
        RequireNumbers(_manifest.Slopes, outputs, "slopes");
        RequireNumbers(_manifest.Offsets, outputs, "offsets");
        RequireNumbers(_manifest.Thresholds, _manifest.Kind == ClassifierKind.Multiclass ? 0 : outputs, "thresholds");
    }

    private void CheckFeatures(FeatureOptions features)
    {
        Require(features is not null, "features are missing");
        CheckRange(features!.Words, "words");
        CheckRange(features.Chars, "chars");
        Require(Enum.IsDefined(features.Weighting), $"weighting {features.Weighting} is not known");
        Require(features.MinDocumentFrequency >= 1, $"minDocumentFrequency is {features.MinDocumentFrequency}, 1 or more was expected");
        Require(features.MaxFeatures is null or >= 1, $"maxFeatures is {features.MaxFeatures}, 1 or more was expected");
        Require(features.FieldWeights is not null, "fieldWeights are missing");
        foreach ((string field, double weight) in features.FieldWeights!)
            Require(weight is > 0 and <= 100, $"the weight of field '{field}' is {weight}, above 0 and at most 100 was expected");
    }

    private void CheckRange(NgramRange? range, string name) =>
        Require(range is not { } r || (r.Min >= 1 && r.Min <= r.Max && r.Max <= NgramRange.Limit), $"{name} n-grams of orders {range} are not between 1 and {NgramRange.Limit}");

    private void CheckDocumentRule()
    {
        Require(_manifest.Document is not null == (_manifest.Kind == ClassifierKind.Passages), "only passages have a document rule");
        if (_manifest.Document is not { } rule) return;
        Require(rule.Weights is not null, "the weights of the document rule are missing");
        RequireNumbers(rule.Weights!, SentenceSummary.Length, "weights of the document rule");
        RequireNumbers([rule.Bias, rule.Threshold], 2, "bias and threshold of the document rule");
    }

    private void RequireAll(IEnumerable<string>? texts, string name) => Require(texts is not null && texts.All(text => text is not null), $"{name} are missing or null");

    private void RequireNumbers(IReadOnlyList<double> values, int count, string name) =>
        Require(values.Count == count && values.All(value => Math.Abs(value) <= MostExtreme), $"{name} are not {count} finite numbers");

    private void Require(bool holds, string problem)
    {
        if (!holds) throw new InvalidModelException(_source, $"section MANIFEST: {problem}");
    }

    private static bool AreDistinct(IReadOnlyList<string> names) => names.Distinct(StringComparer.Ordinal).Count() == names.Count;
}
