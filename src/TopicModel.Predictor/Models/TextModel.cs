using System.Globalization;
using TopicModel.Features;
using TopicModel.Format;

namespace TopicModel.Models;

/// <summary>
/// A loaded model: everything between n-grams and decisions. Immutable and safe for any number of threads; each thread brings its
/// own scratch.
/// </summary>
internal sealed class TextModel
{
    /// <param name="manifest">What the model is; its lists have as many entries as the linear model has outputs.</param>
    /// <param name="vocabulary">The features.</param>
    /// <param name="linear">Scores of the features.</param>
    /// <param name="ngrams">Texts of the strongest n-grams, or null when the file has none.</param>
    public TextModel(ModelManifest manifest, Vocabulary vocabulary, LinearModel linear, NgramTexts? ngrams)
    {
        (Manifest, Vocabulary, Linear, Ngrams) = (manifest, vocabulary, linear, ngrams);
        LinkFunction link = manifest.Link == "softmax" ? LinkFunction.Softmax : LinkFunction.Sigmoid;
        Calibration = new Calibration(link, Copy(manifest.Slopes), Copy(manifest.Offsets));
        Features = new DocumentFeatures(manifest.Features, manifest.TextFields);
    }

    /// <summary>What the model is.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>The features.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Scores of the features.</summary>
    public LinearModel Linear { get; }

    /// <summary>Texts of the strongest n-grams, or null when the file has none.</summary>
    public NgramTexts? Ngrams { get; }

    /// <summary>Probabilities of the scores.</summary>
    public Calibration Calibration { get; }

    /// <summary>Texts -> n-grams.</summary>
    public DocumentFeatures Features { get; }

    /// <summary>N-grams -> scores, [output]. The counter keeps the weighted vector.</summary>
    public void Score(NgramBuffer ngrams, FeatureCounter counter, Span<float> scores)
    {
        counter.CountFeatures(ngrams, Vocabulary);
        TermWeighting.Apply(Manifest.Features.Weighting, counter.Features, counter.Values, Vocabulary.IdfCodes);
        Linear.Score(counter.Features, counter.Values, scores);
    }

    /// <summary>Whether an output's label is given at that probability.</summary>
    public bool IsGiven(int output, double probability) => probability >= Manifest.Thresholds[output];

    /// <summary>Without a generic method over numbers, which a cold process would have to compile.</summary>
    private static double[] Copy(IReadOnlyList<double> values)
    {
        var copy = new double[values.Count];
        for (int i = 0; i < copy.Length; i++) copy[i] = values[i];
        return copy;
    }

    /// <summary>"theme: multilabel, 3 labels, 93816 features".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Manifest.Name}: {Manifest.Kind.ToString().ToLowerInvariant()}, {Manifest.Labels.Count} label{(Manifest.Labels.Count == 1 ? "" : "s")}, {Vocabulary.Count} features");
}
