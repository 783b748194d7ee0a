using TopicModel.Features;
using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>
/// Checks that a manifest makes sense in itself, so that the code behind it can trust it. A manifest comes from a file that anybody
/// may have made: any list may be null, any number absurd.
/// Messages are put together only when they are needed: writing out an enumeration alone took 3 ms of a cold process.
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
        if (_manifest.TrainingDocuments < 0) throw Problem($"trainingDocuments is {_manifest.TrainingDocuments}, 0 or more was expected");
    }

    private void CheckNames()
    {
        ClassifierKind kind = _manifest.Kind;
        int outputs = _manifest.Labels.Count;
        if (kind is < ClassifierKind.Binary or > ClassifierKind.Passages) throw Problem($"kind {kind} is not known");
        Require(outputs > 0, "there are no labels");
        Require(AreDistinct(_manifest.Labels), "a label is repeated");
        if (kind is ClassifierKind.Binary or ClassifierKind.Passages && outputs != 1) throw Problem($"kind {kind} has {outputs} labels, 1 was expected");
        Require(_manifest.TextFields.Count > 0, "there are no text fields");
        Require(AreDistinct(_manifest.TextFields) && AreDistinct(_manifest.SentenceFields), "a field is repeated");
        foreach (string field in _manifest.SentenceFields) Require(_manifest.TextFields.Contains(field), "a sentence field is not a text field");
        Require(kind != ClassifierKind.Passages || _manifest.SentenceFields.Count > 0, "there are no sentence fields");
    }

    private void CheckCalibration()
    {
        int outputs = _manifest.Labels.Count;
        if (_manifest.Link is not ("softmax" or "sigmoid")) throw Problem($"link '{_manifest.Link}' is neither softmax nor sigmoid");
        if (_manifest.Link == "softmax" && _manifest.Kind != ClassifierKind.Multiclass) throw Problem($"link softmax does not go with kind {_manifest.Kind}");
        RequireNumbers(_manifest.Slopes, outputs, "slopes");
        RequireNumbers(_manifest.Offsets, outputs, "offsets");
        RequireNumbers(_manifest.Thresholds, _manifest.Kind == ClassifierKind.Multiclass ? 0 : outputs, "thresholds");
        if (_manifest.Prevalence is not { } prevalence) return;
        foreach ((string label, double share) in prevalence)
            if (share is not (> 0 and < 1)) throw Problem(FormattableString.Invariant($"the prevalence of label '{label}' is {share}, above 0 and below 1 was expected"));
    }

    private void CheckFeatures(FeatureOptions features)
    {
        Require(features is not null, "features are missing");
        CheckRange(features!.Words, "words");
        CheckRange(features.Chars, "chars");
        if (features.Weighting is < Weighting.TfIdf or > Weighting.LogCountRatio) throw Problem($"weighting {features.Weighting} is not known");
        if (features.MinDocumentFrequency < 1) throw Problem($"minDocumentFrequency is {features.MinDocumentFrequency}, 1 or more was expected");
        if (features.MaxFeatures < 1) throw Problem($"maxFeatures is {features.MaxFeatures}, 1 or more was expected");
        Require(features.FieldWeights is not null, "fieldWeights are missing");
        foreach ((string field, double weight) in features.FieldWeights!)
            if (weight is not (> 0 and <= 100)) throw Problem(FormattableString.Invariant($"the weight of field '{field}' is {weight}, above 0 and at most 100 was expected"));
    }

    private void CheckRange(NgramRange? range, string name)
    {
        if (range is { } r && (r.Min < 1 || r.Min > r.Max || r.Max > NgramRange.Limit)) throw Problem($"{name} n-grams of orders {r} are not between 1 and {NgramRange.Limit}");
    }

    private void CheckDocumentRule()
    {
        Require(_manifest.Document is not null == (_manifest.Kind == ClassifierKind.Passages), "only passages have a document rule");
        if (_manifest.Document is not { } rule) return;
        Require(rule.Weights is not null, "the weights of the document rule are missing");
        RequireNumbers(rule.Weights!, SentenceSummary.Length, "weights of the document rule");
        RequireNumbers([rule.Bias, rule.Threshold], 2, "bias and threshold of the document rule");
    }

    private void RequireAll(IEnumerable<string>? texts, string name)
    {
        if (texts is null) throw Problem($"{name} are missing or null");
        foreach (string text in texts) if (text is null) throw Problem($"{name} are missing or null");
    }

    private void RequireNumbers(IReadOnlyList<double> values, int count, string name)
    {
        bool holds = values.Count == count;
        for (int i = 0; holds && i < count; i++) holds = Math.Abs(values[i]) <= MostExtreme;
        if (!holds) throw Problem($"{name} are not {count} finite numbers");
    }

    private void Require(bool holds, string problem)
    {
        if (!holds) throw Problem(problem);
    }

    private InvalidModelException Problem(string problem) => new(_source, $"section MANIFEST: {problem}");

    private static bool AreDistinct(IReadOnlyList<string> names) => new HashSet<string>(names, StringComparer.Ordinal).Count == names.Count;
}
