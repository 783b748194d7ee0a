using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel;

/// <summary>
/// A trained binary, multiclass or multilabel classifier. Immutable and safe for any number of threads: load once and share.
/// </summary>
public sealed class TopicClassifier : IDisposable
{
    private readonly TextModel _model;
    private readonly string[][] _single;
    private readonly string[] _negative;

    internal TopicClassifier(TextModel model)
    {
        _model = model;
        _single = [.. model.Manifest.Labels.Select(label => new[] { label })];
        _negative = [model.Manifest.NegativeLabel];
    }

    /// <summary>What the model is: labels, features, trainer, calibration, metrics.</summary>
    public ModelManifest Manifest => _model.Manifest;

    internal TextModel Model => _model;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The file is damaged, of a newer version, no model, or a model of passages.</exception>
    public static TopicClassifier Load(string path) => new(ModelReader.Load(path, isPassages: false));

    /// <summary>
    /// Labels a text. A model with several text fields reads it as the last of them (the body).
    /// </summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Prediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(Article.LastField(text, Manifest.TextFields));
    }

    /// <summary>Labels an article, by the fields that the model was trained on.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Prediction Predict(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Predict(article.Texts(Manifest.TextFields));
    }

    /// <summary>Says which parts of a text spoke for and against each label.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Explanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Explain(Article.LastField(text, Manifest.TextFields));
    }

    /// <summary>Says which parts of an article spoke for and against each label.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    public Explanation Explain(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Explain(article.Texts(Manifest.TextFields));
    }

    /// <summary>Does nothing: the model is plain memory so far. Dispose anyway, as with everything that is loaded from a file.</summary>
    public void Dispose()
    {
    }

    internal Prediction Predict(ReadOnlySpan<string> fields)
    {
        PredictionScratch scratch = PredictionScratch.OfThread;
        _model.Features.Extract(fields, scratch.Ngrams);
        return Predict(scratch.Ngrams);
    }

    /// <summary>Labels n-grams that were extracted already.</summary>
    internal Prediction Predict(NgramBuffer ngrams)
    {
        PredictionScratch scratch = PredictionScratch.OfThread;
        Span<float> scores = scratch.Scores(_model.Linear.Outputs);
        _model.Score(ngrams, scratch.Counter, scores);
        return Decide(scores);
    }

    /// <summary>Scores -> decision.</summary>
    internal Prediction Decide(ReadOnlySpan<float> scores)
    {
        var probabilities = new double[scores.Length];
        _model.Calibration.Apply(scores, probabilities);
        var byLabel = new LabelScores(Manifest.Labels, probabilities);
        int best = HighestScore(scores, probabilities);
        switch (Manifest.Kind)
        {
            case ClassifierKind.Binary:
                bool positive = _model.IsGiven(0, probabilities[0]);
                string[] label = positive ? _single[0] : _negative;
                return new Prediction(label, label[0], probabilities[0], byLabel);
            case ClassifierKind.Multiclass:
                return new Prediction(_single[best], Manifest.Labels[best], probabilities[best], byLabel);
            default:
                return DecideMultilabel(probabilities, byLabel, best);
        }
    }

    private Prediction DecideMultilabel(double[] probabilities, LabelScores byLabel, int best)
    {
        int given = 0, bestGiven = -1;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (!_model.IsGiven(i, probabilities[i])) continue;
            given++;
            if (bestGiven < 0 || probabilities[i] > probabilities[bestGiven]) bestGiven = i;
        }
        if (given == 0) return new Prediction([], null, probabilities[best], byLabel);
        if (given == 1) return new Prediction(_single[bestGiven], Manifest.Labels[bestGiven], probabilities[bestGiven], byLabel);
        var labels = new string[given];
        for (int i = 0, next = 0; i < probabilities.Length; i++)
            if (_model.IsGiven(i, probabilities[i])) labels[next++] = Manifest.Labels[i];
        return new Prediction(labels, Manifest.Labels[bestGiven], probabilities[bestGiven], byLabel);
    }

    /// <summary>The most probable output; among equal ones (probabilities round to 1) that of the higher score, then the first.</summary>
    internal static int HighestScore(ReadOnlySpan<float> scores, ReadOnlySpan<double> probabilities)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            if (probabilities[i] > probabilities[best] || (probabilities[i] == probabilities[best] && scores[i] > scores[best])) best = i;
        return best;
    }

    private Explanation Explain(string[] fields)
    {
        var ngrams = new NgramBuffer(recordSpans: true);
        _model.Features.Extract(fields, ngrams);
        return new Explainer(_model, fields, ngrams).Explain(Predict(ngrams));
    }
}
