using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;

namespace TopicModel.Training.Fitting;

/// <summary>Scores of the sentences of a corpus, from which rules are fitted and measured, on any part of the documents.</summary>
/// <param name="corpus">The sentences.</param>
/// <param name="documentLabels">[document] -> whether it is positive, as label 0.</param>
/// <param name="scores">[sentence].</param>
/// <param name="prevalence">Share of positive documents where the model is used; NaN for that of the documents that a rule is fitted on.</param>
/// <param name="seed">Of the resamples that steady the thresholds.</param>
internal sealed class PassageScores(SentenceCorpus corpus, LabelMatrix documentLabels, float[] scores, double prevalence, int seed)
{
    /// <summary>Fits calibration, document rule and thresholds on some of the documents.</summary>
    public PassageRule Fit(Func<int, bool> uses, Models.Calibration? given = null)
    {
        int[] rows = Rows(uses), documents = Documents(uses);
        Models.Calibration calibration = given ?? CalibrationFitter.Fit(ClassifierKind.Passages, [.. rows.Select(row => scores[row])], corpus.Labels.Matrix.Select(rows), seed).Calibration;
        double[] probabilities = Probabilities(calibration);
        double[][] byDocument = corpus.ByDocument(probabilities);
        DocumentRule rule = DocumentRuleFitter.Fit([.. documents.Select(document => byDocument[document])], [.. documents.Select(document => documentLabels.Has(document, 0))], seed, prevalence);
        bool[] positive = [.. byDocument.Select(sentences => PassageModel.DocumentProbability(rule, sentences) >= rule.Threshold)];
        return new PassageRule(calibration, SentenceThreshold(rows, probabilities, positive), rule);
    }

    /// <summary>What a rule decides on some of the documents, and on their sentences.</summary>
    public Outcomes Decide(PassageRule rule, Func<int, bool> uses)
    {
        int[] rows = Rows(uses), documents = Documents(uses);
        double[] probabilities = Probabilities(rule.Sentences);
        double[][] byDocument = corpus.ByDocument(probabilities);
        double[] ofDocument = [.. byDocument.Select(sentences => PassageModel.DocumentProbability(rule.Document, sentences))];
        return PassageEvaluation.Decide(
            documentLabels.Select(documents), [.. documents.Select(document => ofDocument[document])], rule.Document.Threshold,
            corpus.Labels.Matrix.Select(rows), [.. rows.Select(row => probabilities[row])], rule.SentenceThreshold, Renumber(rows, documents));
    }

    /// <summary>[sentence of the rows] -> index of its document among <paramref name="documents"/>.</summary>
    private int[] Renumber(int[] rows, int[] documents)
    {
        var indices = new int[documentLabels.Count];
        for (int i = 0; i < documents.Length; i++) indices[documents[i]] = i;
        return [.. rows.Select(row => indices[corpus.DocumentOfRow[row]])];
    }

    /// <summary>
    /// The threshold for the F1 of the sentences. In the predictor those of negative documents are negative whatever their probability;
    /// the tuner is given 0 for them, which no threshold reaches, so that positive ones among them are misses.
    /// </summary>
    private double SentenceThreshold(int[] rows, double[] probabilities, bool[] documentIsPositive)
    {
        double[] reachable = [.. rows.Select(row => documentIsPositive[corpus.DocumentOfRow[row]] ? probabilities[row] : 0)];
        return ThresholdTuner.Tune(reachable, [.. rows.Select(row => corpus.Labels.Matrix.Has(row, 0))], seed);
    }

    private int[] Rows(Func<int, bool> uses) => [.. Enumerable.Range(0, corpus.Count).Where(row => uses(corpus.DocumentOfRow[row]))];

    private int[] Documents(Func<int, bool> uses) => [.. Enumerable.Range(0, documentLabels.Count).Where(uses)];

    private double[] Probabilities(Models.Calibration calibration)
    {
        var probabilities = new double[scores.Length];
        for (int row = 0; row < scores.Length; row++) calibration.Apply(scores.AsSpan(row, 1), probabilities.AsSpan(row, 1));
        return probabilities;
    }
}
