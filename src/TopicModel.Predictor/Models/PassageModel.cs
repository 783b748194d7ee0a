using TopicModel.Features;
using TopicModel.Format;

namespace TopicModel.Models;

/// <summary>
/// Finds the positive sentences of a document: a linear model judges each sentence in its context, and a logistic rule over the
/// sentences' probabilities judges the document.
/// </summary>
internal sealed class PassageModel
{
    private readonly TextModel _model;
    private readonly SentenceFeatures _features;
    private readonly DocumentRule _rule;
    private readonly int[] _sentenceFields;
    private readonly int _titleField;

    /// <param name="model">A model of kind passages: one output, a document rule.</param>
    public PassageModel(TextModel model)
    {
        _model = model;
        _features = new SentenceFeatures(model.Manifest.Features);
        _rule = model.Manifest.Document!;
        List<string> textFields = [.. model.Manifest.TextFields];
        _sentenceFields = [.. model.Manifest.SentenceFields.Select(field => textFields.IndexOf(field))];
        _titleField = textFields.IndexOf(Article.TitleField);
    }

    /// <summary>The model of the sentences.</summary>
    public TextModel Sentences => _model;

    /// <summary>All candidate sentences with their probabilities, in reading order.</summary>
    public List<SentenceScore> ScoreSentences(ReadOnlySpan<string> fields)
    {
        PredictionScratch scratch = PredictionScratch.OfThread;
        var scored = new List<SentenceScore>();
        Span<double> probability = stackalloc double[1];
        foreach (int field in _sentenceFields)
        {
            scratch.Sentences.Clear();
            SentenceFeatures.Split(fields, field, _titleField, scratch.Sentences, _model.Manifest.Features.Clean);
            for (int i = 0; i < scratch.Sentences.Count; i++)
            {
                _features.Extract(fields[field], scratch.Sentences, i, scratch.Ngrams);
                Span<float> score = scratch.Scores(1);
                _model.Score(scratch.Ngrams, scratch.Counter, score);
                _model.Calibration.Apply(score, probability);
                scored.Add(new SentenceScore(field, scratch.Sentences[i], score[0], probability[0]));
            }
        }
        return scored;
    }

    /// <summary>Probability that a document with these sentences is positive.</summary>
    public double DocumentProbability(IReadOnlyList<SentenceScore> sentences) =>
        DocumentProbability(_rule, [.. sentences.Select(sentence => sentence.Probability)]);

    /// <summary>Probability that a document with sentences of these probabilities is positive.</summary>
    public static double DocumentProbability(DocumentRule rule, ReadOnlySpan<double> probabilities)
    {
        Span<double> summary = stackalloc double[SentenceSummary.Length];
        SentenceSummary.Compute(probabilities, summary);
        double logit = rule.Bias;
        for (int i = 0; i < summary.Length; i++) logit += rule.Weights[i] * summary[i];
        return PortableMath.Sigmoid(logit);
    }

    /// <summary>Whether the document is positive at that probability.</summary>
    public bool IsPositive(double documentProbability) => documentProbability >= _rule.Threshold;
}
