using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Features;
using TopicModel.Training.Format;

namespace TopicModel.Training.Fitting;

/// <summary>Makes of a fit what the predictor runs: features in order of their hashes, unused ones left out.</summary>
internal static class ModelBuilder
{
    /// <summary>Vocabulary and linear model of a fit, and [feature of the model] -> feature of the counts.</summary>
    /// <param name="counts">What it was trained on.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="source">Rows that the written file will be checked on; the first ones are read.</param>
    public static (Vocabulary Vocabulary, LinearModel Linear, int[] Kept) Compact(CountMatrix counts, CompactFit fit, IFeatureSource source)
    {
        (int[] kept, ulong[] hashes) = InOrder(counts, fit);
        byte[] idfCodes = [.. kept.Select(fit.IdfCode)];
        return (VocabularyLayout.Of(hashes, idfCodes, Strangers(counts, source)), LinearLayout.Of(kept, fit.Codes, fit.Outputs), kept);
    }

    /// <summary>[feature of the model] -> feature of the counts, and its hash, ascending.</summary>
    private static (int[] Kept, ulong[] Hashes) InOrder(CountMatrix counts, CompactFit fit)
    {
        int[] kept = [.. Enumerable.Range(0, counts.Hashes.Length).Where(feature => fit.Kept[feature])];
        ulong[] hashes = [.. kept.Select(feature => counts.Hashes[feature])];
        Array.Sort(hashes, kept);
        return (kept, hashes);
    }

    /// <summary>N-grams that the vocabulary must not take for one of its own: all that training has counted and those of the rows that the file is checked on.</summary>
    private static IEnumerable<ulong> Strangers(CountMatrix counts, IFeatureSource source)
    {
        foreach (ulong hash in counts.Hashes) yield return hash;
        var ngrams = new NgramBuffer();
        for (int row = 0; row < Math.Min(ScoreProbe.MostRows, source.Count); row++)
        {
            source.Extract(row, ngrams);
            for (int i = 0; i < ngrams.Count; i++) yield return ngrams.Hashes[i];
        }
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
            Prevalence = spec.Prevalence.Shares.Count == 0 ? null : spec.Prevalence.Shares,
            TrainingDocuments = documents,
            DataFingerprint = fingerprint,
            ToolVersion = toolVersion,
        };
}
