using TopicModel.Features;
using TopicModel.Models;

namespace TopicModel.Format;

/// <summary>Checks that a manifest makes sense in itself, so that the code behind it can trust it.</summary>
internal static class ManifestCheck
{
    /// <exception cref="InvalidModelException">A value is out of its range or a list is of the wrong length.</exception>
    public static void Check(ModelManifest manifest, string source)
    {
        void Require(bool holds, string problem)
        {
            if (!holds) throw new InvalidModelException(source, $"section MANIFEST: {problem}");
        }

        int outputs = manifest.Labels.Count;
        Require(Enum.IsDefined(manifest.Kind), $"kind {manifest.Kind} is not known");
        Require(outputs > 0, "there are no labels");
        Require(manifest.Labels.All(label => label is not null) && manifest.Labels.Distinct().Count() == outputs, "labels are null or repeated");
        Require(manifest.Kind is ClassifierKind.Multiclass or ClassifierKind.Multilabel || outputs == 1, $"kind {manifest.Kind} has {outputs} labels, 1 was expected");
        Require(manifest.TextFields.Count > 0 && manifest.TextFields.All(field => field is not null), "there are no text fields");
        Require(manifest.SentenceFields.All(manifest.TextFields.Contains), "a sentence field is not a text field");
        Require(manifest.Link is "softmax" or "sigmoid", $"link '{manifest.Link}' is neither softmax nor sigmoid");
        Require(IsFinite(manifest.Slopes, outputs), $"slopes are not {outputs} finite numbers");
        Require(IsFinite(manifest.Offsets, outputs), $"offsets are not {outputs} finite numbers");
        Require(IsFinite(manifest.Thresholds, manifest.Kind == ClassifierKind.Multiclass ? 0 : outputs), "thresholds are not one finite number an output");
        CheckRange(manifest.Features.Words, "words");
        CheckRange(manifest.Features.Chars, "chars");
        Require(Enum.IsDefined(manifest.Features.Weighting), $"weighting {manifest.Features.Weighting} is not known");
        Require(manifest.Features.FieldWeights.Values.All(weight => weight is > 0 and <= 100), "a field weight is not above 0 and at most 100");
        Require(manifest.Document is not null == (manifest.Kind == ClassifierKind.Passages), "only passages have a document rule");
        if (manifest.Document is { } rule)
            Require(IsFinite(rule.Weights, SentenceSummary.Length) && double.IsFinite(rule.Bias) && double.IsFinite(rule.Threshold), "the document rule is not made of finite numbers");

        void CheckRange(NgramRange? range, string name) =>
            Require(range is not { } r || (r.Min >= 1 && r.Min <= r.Max && r.Max <= NgramRange.Limit), $"{name} n-grams of orders {range} are not between 1 and {NgramRange.Limit}");
    }

    private static bool IsFinite(IReadOnlyList<double> values, int count) => values.Count == count && values.All(double.IsFinite);
}
