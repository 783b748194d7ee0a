using TopicModel.Models;
using TopicModel.Training.Data;
using ScoreCalibration = TopicModel.Models.Calibration;

namespace TopicModel.Training.Calibration;

/// <summary>
/// Fits what turns a model's scores into probabilities, and the thresholds of the decision, on scores of examples that the model which
/// scored them was not trained on. Exclusive labels get temperature scaling, the others Platt scaling, each label for itself.
/// </summary>
internal static class CalibrationFitter
{
    /// <summary>
    /// The calibration, and for each output the probability from which its label is given, tuned for the label's F1; no thresholds
    /// for multiclass, which gives the most probable label.
    /// </summary>
    /// <param name="kind">What is decided.</param>
    /// <param name="scores">[example * outputs + output], out-of-fold.</param>
    /// <param name="truth">[example] -> labels, as many as outputs; binary and passages have one.</param>
    /// <param name="seed">Of the resamples that steady the thresholds.</param>
    /// <param name="prevalence">[output] -> share of the label where the model is used, NaN for that of <paramref name="truth"/>; null where all are. Not looked at for multiclass.</param>
    /// <exception cref="ArgumentException">There are no examples, scores and truth do not fit each other, or a score is not finite.</exception>
    public static (ScoreCalibration Calibration, double[] Thresholds) Fit(ClassifierKind kind, float[] scores, LabelMatrix truth, int seed = 42, double[]? prevalence = null)
    {
        Check(scores, truth);
        int outputs = truth.LabelCount;
        double[] slopes = new double[outputs], offsets = new double[outputs], thresholds = new double[outputs];
        if (kind == ClassifierKind.Multiclass)
        {
            Array.Fill(slopes, TemperatureFit.Fit(scores, truth));
            return (new ScoreCalibration(LinkFunction.Softmax, slopes, offsets), []);
        }
        double[] shifts = prevalence is null ? new double[outputs] : LabelPrevalence.LogitShifts(prevalence, truth);
        for (int output = 0; output < outputs; output++)
            (slopes[output], offsets[output], thresholds[output]) = FitOutput(scores, truth, output, seed, shifts[output]);
        return (new ScoreCalibration(LinkFunction.Sigmoid, slopes, offsets), thresholds);
    }

    private static (double Slope, double Offset, double Threshold) FitOutput(float[] scores, LabelMatrix truth, int output, int seed, double shift)
    {
        var column = new double[truth.Count];
        var isPositive = new bool[truth.Count];
        for (int example = 0; example < truth.Count; example++)
        {
            column[example] = scores[example * truth.LabelCount + output];
            isPositive[example] = truth.Has(example, output);
        }
        (double slope, double offset) = PlattFit.Fit(column, isPositive);
        offset += shift;
        foreach (ref double value in column.AsSpan()) value = PortableMath.Sigmoid(slope * value + offset);
        return (slope, offset, ThresholdTuner.Tune(column, isPositive, seed, PortableMath.Exp(-shift)));
    }

    private static void Check(float[] scores, LabelMatrix truth)
    {
        if (truth.Count == 0) throw new ArgumentException("there are no examples to calibrate on", nameof(truth));
        if (scores.Length != truth.Count * truth.LabelCount)
        {
            throw new ArgumentException(
                $"there are {scores.Length} scores for {truth.Count} examples of {truth.LabelCount} outputs, {truth.Count * truth.LabelCount} were expected", nameof(scores));
        }
        int bad = Array.FindIndex(scores, score => !float.IsFinite(score));
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"the score of example {bad / truth.LabelCount}, output {bad % truth.LabelCount} is {scores[bad]}, a finite number was expected", nameof(scores));
        }
    }
}
