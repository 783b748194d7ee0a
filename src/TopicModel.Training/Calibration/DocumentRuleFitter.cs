using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel.Training.Calibration;

/// <summary>
/// Fits how a document is judged by its sentences: ridge logistic regression on the <see cref="SentenceSummary"/> of their out-of-fold
/// probabilities, with Platt's smoothed targets, and the threshold that makes the F1 of the positive documents best.
/// </summary>
internal static class DocumentRuleFitter
{
    /// <summary>Worth of one example on the standardised values: enough to share the weight among values that say nearly the same.</summary>
    private const double Ridge = 1;

    private const int Folds = 5;

    /// <summary>
    /// The rule. Its threshold is tuned on probabilities that rules of the other four fifths of the documents give to each fifth, because a rule
    /// looks better on the documents that it was fitted on.
    /// </summary>
    /// <param name="sentenceProbabilities">[document] -> calibrated out-of-fold probabilities of its sentences, in any order; may be empty.</param>
    /// <param name="isPositive">[document].</param>
    /// <param name="seed">Of the resamples that steady the threshold.</param>
    /// <param name="prevalence">Share of positive documents where the model is used; NaN for that of <paramref name="isPositive"/>.</param>
    /// <exception cref="ArgumentException">There are no documents, or not one truth for each.</exception>
    public static DocumentRule Fit(IReadOnlyList<double[]> sentenceProbabilities, bool[] isPositive, int seed = 42, double prevalence = double.NaN)
    {
        if (isPositive.Length == 0) throw new ArgumentException("there are no documents to fit a rule on", nameof(isPositive));
        if (sentenceProbabilities.Count != isPositive.Length)
        {
            throw new ArgumentException(
                $"there are sentences of {sentenceProbabilities.Count} documents, {isPositive.Length} were expected", nameof(sentenceProbabilities));
        }
        int[] all = [.. Enumerable.Range(0, isPositive.Length)];
        double shift = LabelPrevalence.LogitShift(prevalence, isPositive.Count(positive => positive) / (double)isPositive.Length);
        DocumentRule rule = FitWithoutThreshold(sentenceProbabilities, isPositive, all, shift);
        double[] probabilities = OutOfFold(sentenceProbabilities, isPositive, all, shift);
        return rule with { Threshold = ThresholdTuner.Tune(probabilities, isPositive, seed, PortableMath.Exp(-shift)) };
    }

    private static double[] OutOfFold(IReadOnlyList<double[]> sentences, bool[] isPositive, int[] all, double shift)
    {
        int[] folds = DealFolds(isPositive);
        var probabilities = new double[isPositive.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] training = [.. all.Where(document => folds[document] != fold)];
            if (training.Length == 0) training = all;
            DocumentRule rule = FitWithoutThreshold(sentences, isPositive, training, shift);
            foreach (int document in all)
                if (folds[document] == fold) probabilities[document] = PassageModel.DocumentProbability(rule, sentences[document]);
        }
        return probabilities;
    }

    /// <summary>[document] -> fold: positives and negatives dealt in turn, so that every fold has its share of both.</summary>
    private static int[] DealFolds(bool[] isPositive)
    {
        var folds = new int[isPositive.Length];
        int positives = 0, negatives = 0;
        for (int i = 0; i < folds.Length; i++) folds[i] = (isPositive[i] ? positives++ : negatives++) % Folds;
        return folds;
    }

    private static DocumentRule FitWithoutThreshold(IReadOnlyList<double[]> sentences, bool[] isPositive, int[] documents, double shift)
    {
        var summaries = new double[documents.Length * SentenceSummary.Length];
        for (int i = 0; i < documents.Length; i++)
            SentenceSummary.Compute(sentences[documents[i]], summaries.AsSpan(i * SentenceSummary.Length, SentenceSummary.Length));
        double[] targets = LogisticFit.SmoothedTargets([.. documents.Select(document => isPositive[document])]);
        (double[] weights, double bias) = LogisticFit.Fit(summaries, SentenceSummary.Length, targets, Ridge);
        return new DocumentRule(weights, bias + shift, ThresholdTuner.Neutral);
    }
}
