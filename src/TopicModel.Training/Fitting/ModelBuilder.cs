using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>Makes of a fit what the predictor runs: features in order of their hashes, unused ones left out.</summary>
internal static class ModelBuilder
{
    /// <summary>Vocabulary and linear model of a fit.</summary>
    public static (Vocabulary Vocabulary, LinearModel Linear) Compact(CountMatrix counts, LinearFit fit)
    {
        int[] kept = [.. Enumerable.Range(0, counts.Hashes.Length).Where(feature => fit.FeatureWeights.Kept[feature])];
        ulong[] hashes = [.. kept.Select(feature => counts.Hashes[feature])];
        Array.Sort(hashes, kept);
        int outputs = fit.Result.Biases.Length;
        var idf = new float[kept.Length];
        var weights = new float[kept.Length * outputs];
        for (int i = 0; i < kept.Length; i++)
        {
            idf[i] = fit.FeatureWeights.Idf[kept[i]];
            fit.Result.Weights.AsSpan(kept[i] * outputs, outputs).CopyTo(weights.AsSpan(i * outputs));
        }
        return (new Vocabulary(hashes, idf), new LinearModel(weights, fit.Result.Biases));
    }

    /// <summary>What every manifest says, whatever the kind; calibration is added by the caller.</summary>
    public static ModelManifest Manifest(ClassifierSpec spec, IReadOnlyList<string> labels, string negativeLabel, Models.Calibration calibration, bool calibrated,
        double[] thresholds, int documents, string fingerprint, string toolVersion) => new()
        {
            Name = spec.Name,
            Kind = spec.Kind,
            Labels = labels,
            NegativeLabel = negativeLabel,
            LabelField = spec.LabelFieldName,
            TextFields = spec.TextFields,
            SentenceFields = spec.SentenceFields,
            Features = spec.Features,
            Trainer = spec.Trainer.Name,
            TrainerOptions = spec.Trainer.Options,
            Link = calibration.Link == LinkFunction.Softmax ? "softmax" : "sigmoid",
            Calibrated = calibrated,
            Slopes = calibration.Slopes.ToArray(),
            Offsets = calibration.Offsets.ToArray(),
            Thresholds = thresholds,
            TrainingDocuments = documents,
            DataFingerprint = fingerprint,
            ToolVersion = toolVersion,
        };
}
