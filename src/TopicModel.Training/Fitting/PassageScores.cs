using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>Scores of the sentences of a corpus, from which rules are fitted and measured, on any part of the documents.</summary>
internal sealed class PassageScores(SentenceCorpus corpus, LabelMatrix documentLabels, float[] scores)
{
    /// <summary>Fits calibration, document rule and thresholds on some of the documents.</summary>
    public PassageRule Fit(Func<int, bool> uses, Models.Calibration? given = null)
    {
        int[] rows = Rows(uses), documents = Documents(uses);
        Models.Calibration calibration = given ?? CalibrationFitter.Fit(ClassifierKind.Passages, [.. rows.Select(row => scores[row])], corpus.Labels.Select(rows)).Calibration;
        double[] probabilities = Probabilities(calibration);
        double[][] byDocument = corpus.ByDocument(probabilities);
        DocumentRule rule = DocumentRuleFitter.Fit([.. documents.Select(document => byDocument[document])], [.. documents.Select(IsPositive)]);
        bool[] positive = [.. byDocument.Select(sentences => PassageModel.DocumentProbability(rule, sentences) >= rule.Threshold)];
        return new PassageRule(calibration, SentenceThreshold(rows, probabilities, positive), rule);
    }

    /// <summary>Measures a rule on some of the documents, and on their sentences.</summary>
    public MetricBlock Evaluate(PassageRule rule, Func<int, bool> uses, TrainingContext context)
    {
        int[] rows = Rows(uses), documents = Documents(uses);
        double[] probabilities = Probabilities(rule.Sentences);
        double[][] byDocument = corpus.ByDocument(probabilities);
        double[] ofDocument = [.. byDocument.Select(sentences => PassageModel.DocumentProbability(rule.Document, sentences))];
        return PassageEvaluation.Evaluate(
            documentLabels.Select(documents), [.. documents.Select(document => ofDocument[document])], rule.Document.Threshold,
            corpus.Labels.Select(rows), [.. rows.Select(row => probabilities[row])], rule.SentenceThreshold, Renumber(rows, documents), bootstrapSamples: 0, context.Seed, context.Threads);
    }

    /// <summary>[sentence of the rows] -> index of its document among <paramref name="documents"/>.</summary>
    private int[] Renumber(int[] rows, int[] documents)
    {
        var indices = new int[documentLabels.Count];
        for (int i = 0; i < documents.Length; i++) indices[documents[i]] = i;
        return [.. rows.Select(row => indices[corpus.DocumentOfRow[row]])];
    }

    /// <summary>
    /// The threshold with the best F1 of the sentences when, as in the predictor, those of negative documents are negative whatever
    /// their probability; the middle between the two neighbouring probabilities.
    /// </summary>
    private double SentenceThreshold(int[] rows, double[] probabilities, bool[] documentIsPositive)
    {
        int[] candidates = [.. rows.Where(row => documentIsPositive[corpus.DocumentOfRow[row]]).OrderByDescending(row => probabilities[row])];
        int positives = rows.Count(row => corpus.Labels.Has(row, 0)), hits = 0;
        double best = -1, threshold = 0.5;
        for (int i = 0; i < candidates.Length; i++)
        {
            if (corpus.Labels.Has(candidates[i], 0)) hits++;
            double next = i + 1 < candidates.Length ? probabilities[candidates[i + 1]] : 0, f1 = 2.0 * hits / (i + 1 + positives);
            if (next == probabilities[candidates[i]] || f1 <= best) continue;
            (best, threshold) = (f1, (probabilities[candidates[i]] + next) / 2);
        }
        return Math.Clamp(threshold, 0.05, 0.95);
    }

    private int[] Rows(Func<int, bool> uses) => [.. Enumerable.Range(0, corpus.Count).Where(row => uses(corpus.DocumentOfRow[row]))];

    private int[] Documents(Func<int, bool> uses) => [.. Enumerable.Range(0, documentLabels.Count).Where(uses)];

    private bool IsPositive(int document) => documentLabels.Has(document, 0);

    private double[] Probabilities(Models.Calibration calibration)
    {
        var probabilities = new double[scores.Length];
        for (int row = 0; row < scores.Length; row++) calibration.Apply(scores.AsSpan(row, 1), probabilities.AsSpan(row, 1));
        return probabilities;
    }
}
