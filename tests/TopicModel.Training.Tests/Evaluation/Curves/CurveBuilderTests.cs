using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Curves;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Evaluation.Curves;

public class CurveBuilderTests
{
    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Build_Points_AreWhatEachThresholdGives(ClassifierKind kind)
    {
        PredictionSet set = RandomPredictions.Make(kind, 80, 3, 6);
        MetricBlock metrics = Evaluator.Evaluate(set, 0);

        TestCurves curves = CurveBuilder.Build(set, metrics.PerLabel);

        for (int label = 0; label < set.Labels.Count; label++)
        {
            PrecisionRecallCurve curve = curves.PrecisionRecall[label];
            foreach (PrecisionRecallPoint point in curve.Points)
            {
                int[] above = [.. Enumerable.Range(0, 80).Where(i => set.Probabilities[i * set.Labels.Count + label] >= point.Probability)];
                int hits = above.Count(i => set.Truth.Has(i, label));
                Assert.Equal((double)hits / curve.Support, point.Recall, 1e-12);
                Assert.Equal((double)hits / above.Length, point.Precision, 1e-12);
            }
            double area = curve.Points.Select((point, i) => (point.Recall - (i == 0 ? 0 : curve.Points[i - 1].Recall)) * point.Precision).Sum();
            Assert.Equal(curve.AveragePrecision, area, 1e-12);
            LabelMetrics row = set.IsBinary ? metrics.PerLabel[1] : metrics.PerLabel[label];
            Assert.Equal((row.Recall, row.Precision, row.Threshold ?? double.NaN), (curve.Chosen!.Value.Recall, curve.Chosen.Value.Precision, curve.Chosen.Value.Probability));
        }
    }

    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Build_Reliability_AddsUpToTheCalibrationError(ClassifierKind kind)
    {
        PredictionSet set = RandomPredictions.Make(kind, 200, 4, 8);
        MetricBlock metrics = Evaluator.Evaluate(set, 0);

        IReadOnlyList<ReliabilityBin> bins = CurveBuilder.Build(set, metrics.PerLabel).Reliability;

        double cases = bins.Sum(bin => bin.Count);
        Assert.Equal(kind == ClassifierKind.Multiclass ? 200 : set.Probabilities.Length, cases);
        Assert.Equal(metrics.Ece, bins.Where(bin => bin.Count > 0).Sum(bin => bin.Count / cases * Math.Abs(bin.PositiveShare - bin.MeanProbability)), 1e-12);
        Assert.All(bins.Where(bin => bin.Count > 0), bin => Assert.InRange(bin.MeanProbability, bin.Low, bin.High));
    }

    [Fact]
    public void Build_Histograms_CountEveryExampleOnce()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 90, 3, 8);

        foreach (ScoreHistogram histogram in CurveBuilder.Build(set, Evaluator.Evaluate(set, 0).PerLabel).Histograms)
        {
            int label = set.Labels.ToList().IndexOf(histogram.Label);
            Assert.Equal(set.Truth.Supports()[label], histogram.With.Sum());
            Assert.Equal(90, histogram.With.Sum() + histogram.Without.Sum());
            Assert.Equal(Enumerable.Range(0, 90).Count(i => set.Probabilities[i * 3 + label] is >= 0.4 and < 0.45), histogram.With[8] + histogram.Without[8]);
        }
    }

    [Fact]
    public void Build_LabelThatNobodyHas_HasNoPoints()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 10, 2, 8);
        PredictionSet without = set with { Truth = new TopicModel.Training.Data.LabelMatrix(2, false, [.. Enumerable.Range(0, 10).Select(_ => new[] { 0 })]) };

        PrecisionRecallCurve curve = CurveBuilder.Build(without, Evaluator.Evaluate(without, 0).PerLabel).PrecisionRecall[1];

        Assert.Equal((0, 0, null), (curve.Support, curve.Points.Count, curve.Chosen));
        Assert.True(double.IsNaN(curve.AveragePrecision));
    }

    [Fact]
    public void Thin_LongCurve_KeepsEndsAndStaysClose()
    {
        PrecisionRecallPoint[] points = [.. Enumerable.Range(1, 5000).Select(i => new PrecisionRecallPoint(i / 5000.0, 1 - 0.5 * Math.Pow(i / 5000.0, 3), 1 - i / 5001.0))];

        IReadOnlyList<PrecisionRecallPoint> thin = CurveThinner.Thin(points, CurveBuilder.MaxPoints);

        Assert.Equal(CurveBuilder.MaxPoints, thin.Count);
        Assert.Equal((points[0], points[^1]), (thin[0], thin[^1]));
        Assert.Equal(thin.Select(point => point.Recall).Order(), thin.Select(point => point.Recall));
        double farthest = points.Max(point =>
        {
            int right = Math.Max(1, thin.ToList().FindIndex(kept => kept.Recall >= point.Recall));
            (PrecisionRecallPoint a, PrecisionRecallPoint b) = (thin[right - 1], thin[right]);
            return Math.Abs(point.Precision - (a.Precision + (b.Precision - a.Precision) * (point.Recall - a.Recall) / (b.Recall - a.Recall)));
        });
        Assert.InRange(farthest, 0, 0.001);
    }
}
