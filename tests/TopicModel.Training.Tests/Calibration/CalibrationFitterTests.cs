using FsCheck;
using FsCheck.Fluent;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using ScoreCalibration = TopicModel.Models.Calibration;

namespace TopicModel.Training.Tests.Calibration;

public class CalibrationFitterTests
{
    [Fact]
    public void Fit_Multiclass_NeverChangesTheMostProbableClass() => Prop.ForAll<int>(seed =>
    {
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(30, 4, slope: seed % 7, seed);
        (ScoreCalibration calibration, double[] thresholds) = CalibrationFitter.Fit(ClassifierKind.Multiclass, scores, truth);
        double[] probabilities = Apply(calibration, scores, 4);
        return thresholds.Length == 0 && calibration.Link == LinkFunction.Softmax && Enumerable.Range(0, 30).All(example =>
            ArgMax(scores.Skip(example * 4).Take(4).Select(score => (double)score)) == ArgMax(probabilities.Skip(example * 4).Take(4)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_MiscalibratedMulticlassScores_ImprovesLossAndCalibrationOnFreshOnes()
    {
        (float[] scores, LabelMatrix truth) = SyntheticScores.Multiclass(1000, 6, slope: 5, seed: 1);
        (float[] fresh, LabelMatrix freshTruth) = SyntheticScores.Multiclass(4000, 6, slope: 5, seed: 2);
        MetricBlock before = Measure(ScoreCalibration.None(LinkFunction.Softmax, 6), fresh, freshTruth);
        MetricBlock after = Measure(CalibrationFitter.Fit(ClassifierKind.Multiclass, scores, truth).Calibration, fresh, freshTruth);
        Assert.True(after.LogLoss < before.LogLoss - 0.1, $"log loss {before.LogLoss} -> {after.LogLoss}");
        Assert.True(after.Ece < 0.03 && before.Ece > 0.1, $"ECE {before.Ece} -> {after.Ece}");
        Assert.Equal(before.Accuracy, after.Accuracy);
    }

    [Fact]
    public void Fit_MiscalibratedMultilabelScores_ImprovesLossAndCalibrationOnFreshOnes()
    {
        (float[] scores, LabelMatrix truth) = Multilabel(1000, seed: 3);
        (float[] fresh, LabelMatrix freshTruth) = Multilabel(4000, seed: 4);
        (ScoreCalibration calibration, double[] thresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scores, truth);
        MetricBlock before = Measure(ScoreCalibration.None(LinkFunction.Sigmoid, 3), fresh, freshTruth);
        MetricBlock after = Measure(calibration, fresh, freshTruth);
        Assert.Equal(LinkFunction.Sigmoid, calibration.Link);
        Assert.True(after.LogLoss < before.LogLoss - 0.1, $"log loss {before.LogLoss} -> {after.LogLoss}");
        Assert.True(after.Ece < 0.03 && before.Ece > 0.1, $"ECE {before.Ece} -> {after.Ece}");
        Assert.All(thresholds, threshold => Assert.InRange(threshold, 0.05, 0.95));
    }

    [Fact]
    public void Fit_EachOutput_IsFittedAsIfAlone()
    {
        (float[] scores, LabelMatrix truth) = Multilabel(120, seed: 5);
        (ScoreCalibration together, double[] thresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scores, truth);
        for (int output = 0; output < 3; output++)
        {
            float[] column = [.. scores.Where((_, i) => i % 3 == output)];
            LabelMatrix labels = SyntheticScores.Labels([.. Enumerable.Range(0, 120).Select(example => truth.Has(example, output))]);
            (ScoreCalibration alone, double[] threshold) = CalibrationFitter.Fit(ClassifierKind.Binary, column, labels);
            Assert.Equal(alone.Slopes[0], together.Slopes[output]);
            Assert.Equal(alone.Offsets[0], together.Offsets[output]);
            Assert.Equal(threshold[0], thresholds[output]);
        }
    }

    [Fact]
    public void Fit_LabelThatIsRarerInUse_IsCalibratedAndCutAsIfTrainedThere()
    {
        // The same scores given the label; the label is a third as frequent in use.
        (float[] scores, LabelMatrix truth) = Multilabel(6000, seed: 6);
        int[] inUse = [.. Enumerable.Range(0, truth.Count).Where(example => !truth.Has(example, 0) || example % 3 == 0)];
        LabelMatrix there = truth.Select(inUse);
        double share = there.Supports()[0] / (double)there.Count;
        float[] scoresThere = [.. inUse.SelectMany(example => scores.Skip(example * 3).Take(3))];
        (ScoreCalibration told, double[] thresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scores, truth, prevalence: [share, double.NaN, double.NaN]);
        (ScoreCalibration untold, double[] otherThresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scores, truth);
        (ScoreCalibration trained, double[] trainedThresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scoresThere, there);
        Assert.Equal(trained.Offsets[0], told.Offsets[0], 0.15);
        Assert.True(untold.Offsets[0] - told.Offsets[0] > 0.9);
        Assert.Equal(trainedThresholds[0], thresholds[0], 0.08);
        Assert.Equal(untold.Slopes[0], told.Slopes[0]);
        Assert.Equal((untold.Offsets[1], otherThresholds[1]), (told.Offsets[1], thresholds[1]));
    }

    [Fact]
    public void Fit_LabelThatNoExampleHas_IsNeverGiven()
    {
        var truth = new LabelMatrix(2, false, [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? new[] { 0 } : [])]);
        float[] scores = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 1 ? -1f - i / 50f : i % 4 == 0 ? 1f : -1f)];
        (ScoreCalibration calibration, double[] thresholds) = CalibrationFitter.Fit(ClassifierKind.Multilabel, scores, truth);
        double[] probabilities = Apply(calibration, scores, 2);
        Assert.All(Enumerable.Range(0, 20), example => Assert.True(probabilities[example * 2 + 1] < thresholds[1]));
        Assert.All(Enumerable.Range(0, 20), example => Assert.Equal(example % 2 == 0, probabilities[example * 2] >= thresholds[0]));
    }

    [Fact]
    public void Fit_BadArguments_SayWhatWasExpected()
    {
        LabelMatrix truth = SyntheticScores.Labels([true, false]);
        Assert.Equal("there are no examples to calibrate on (Parameter 'truth')", Message([], SyntheticScores.Labels([])));
        Assert.Equal("there are 3 scores for 2 examples of 1 outputs, 2 were expected (Parameter 'scores')", Message([1, 2, 3], truth));
        Assert.Equal("the score of example 1, output 0 is NaN, a finite number was expected (Parameter 'scores')", Message([1, float.NaN], truth));
    }

    private static string Message(float[] scores, LabelMatrix truth) =>
        Assert.Throws<ArgumentException>(() => CalibrationFitter.Fit(ClassifierKind.Binary, scores, truth)).Message;

    /// <summary>Three labels whose probabilities are sigmoid(4 score − 2).</summary>
    private static (float[] Scores, LabelMatrix Truth) Multilabel(int examples, int seed)
    {
        (double[] scores, bool[] isPositive) = SyntheticScores.Binary(examples * 3, slope: 4, offset: -2, seed);
        int[][] labels = [.. Enumerable.Range(0, examples).Select(example => Enumerable.Range(0, 3).Where(label => isPositive[example * 3 + label]).ToArray())];
        return ([.. scores.Select(score => (float)score)], new LabelMatrix(3, false, labels));
    }

    private static MetricBlock Measure(ScoreCalibration calibration, float[] scores, LabelMatrix truth)
    {
        int outputs = truth.LabelCount;
        double[] probabilities = Apply(calibration, scores, outputs);
        bool isMulticlass = truth.IsExclusive;
        bool[] given = [.. Enumerable.Range(0, probabilities.Length).Select(i => isMulticlass
            ? ArgMax(probabilities.Skip(i / outputs * outputs).Take(outputs)) == i % outputs
            : probabilities[i] >= 0.5)];
        return Evaluator.Evaluate(new PredictionSet(isMulticlass ? ClassifierKind.Multiclass : ClassifierKind.Multilabel,
            [.. Enumerable.Range(0, outputs).Select(output => $"{output}")], "", truth, probabilities, given, isMulticlass ? [] : new double[outputs]), 0);
    }

    private static double[] Apply(ScoreCalibration calibration, float[] scores, int outputs)
    {
        var probabilities = new double[scores.Length];
        for (int start = 0; start < scores.Length; start += outputs)
            calibration.Apply(scores.AsSpan(start, outputs), probabilities.AsSpan(start, outputs));
        return probabilities;
    }

    private static int ArgMax(IEnumerable<double> values) => values.Select((value, i) => (value, i)).MaxBy(pair => pair.value).i;
}
