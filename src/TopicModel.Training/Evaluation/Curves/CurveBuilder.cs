using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Curves;

/// <summary>Makes the curves of a <see cref="PredictionSet"/>.</summary>
internal static class CurveBuilder
{
    /// <summary>Most points of a precision-recall curve.</summary>
    internal const int MaxPoints = 120;

    /// <summary>Bins of a histogram.</summary>
    internal const int HistogramBins = 20;

    /// <summary>All curves; of binary classifiers and passages those of the positive label.</summary>
    /// <param name="predictions">Checked.</param>
    /// <param name="perLabel">The figures of the labels on the same predictions, so that curves and tables show the same numbers.</param>
    public static TestCurves Build(PredictionSet predictions, IReadOnlyList<LabelMetrics> perLabel)
    {
        int labels = predictions.Labels.Count;
        return new TestCurves(
            [.. Enumerable.Range(0, labels).Select(label => PrecisionRecall(predictions, label, predictions.IsBinary ? perLabel[1] : perLabel[label]))],
            Reliability(predictions),
            [.. Enumerable.Range(0, labels).Select(label => Histogram(predictions, label))]);
    }

    private static PrecisionRecallCurve PrecisionRecall(PredictionSet predictions, int label, LabelMetrics metrics)
    {
        int given = Enumerable.Range(0, predictions.Truth.Count).Count(example => predictions.Given[example * predictions.Labels.Count + label]);
        PrecisionRecallPoint? chosen = given == 0 || metrics.Support == 0 ? null : new PrecisionRecallPoint(metrics.Recall, metrics.Precision, metrics.Threshold ?? double.NaN);
        IReadOnlyList<PrecisionRecallPoint> points = metrics.Support == 0 ? [] : CurveThinner.Thin(Points(predictions, label, metrics.Support), MaxPoints);
        return new PrecisionRecallCurve(predictions.Labels[label], metrics.Support, metrics.AveragePrecision, points, chosen);
    }

    /// <summary>A point for each distinct probability, from the highest down.</summary>
    private static List<PrecisionRecallPoint> Points(PredictionSet predictions, int label, int support)
    {
        double[] probabilities = predictions.ProbabilitiesOf(label);
        int[] order = [.. Enumerable.Range(0, probabilities.Length)];
        Array.Sort(Array.ConvertAll(probabilities, probability => -probability), order);
        var points = new List<PrecisionRecallPoint>();
        int hits = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            if (predictions.Truth.Has(order[rank], label)) hits++;
            bool endsGroup = rank + 1 == order.Length || probabilities[order[rank + 1]] < probabilities[order[rank]];
            if (endsGroup) points.Add(new PrecisionRecallPoint((double)hits / support, hits / (rank + 1.0), probabilities[order[rank]]));
        }
        return points;
    }

    private static ReliabilityBin[] Reliability(PredictionSet predictions)
    {
        const int bins = ProbabilityTable.BinCount;
        var counts = new int[bins];
        var positives = new int[bins];
        var sums = new double[bins];
        foreach ((double probability, bool isPositive) in Cases(predictions))
        {
            int bin = Bin(probability, bins);
            counts[bin]++;
            sums[bin] += probability;
            if (isPositive) positives[bin]++;
        }
        return [.. Enumerable.Range(0, bins).Select(bin => new ReliabilityBin((double)bin / bins, (bin + 1.0) / bins, counts[bin], sums[bin] / counts[bin], (double)positives[bin] / counts[bin]))];
    }

    /// <summary>The cases of <see cref="MetricBlock.Ece"/>.</summary>
    private static IEnumerable<(double Probability, bool IsPositive)> Cases(PredictionSet predictions)
    {
        for (int cell = 0; cell < predictions.Probabilities.Length; cell++)
        {
            if (predictions.Kind == ClassifierKind.Multiclass && !predictions.Given[cell]) continue;
            yield return (predictions.Probabilities[cell], predictions.Truth.Has(cell / predictions.Labels.Count, cell % predictions.Labels.Count));
        }
    }

    private static ScoreHistogram Histogram(PredictionSet predictions, int label)
    {
        int[] with = new int[HistogramBins], without = new int[HistogramBins];
        for (int example = 0; example < predictions.Truth.Count; example++)
            (predictions.Truth.Has(example, label) ? with : without)[Bin(predictions.Probabilities[example * predictions.Labels.Count + label], HistogramBins)]++;
        return new ScoreHistogram(predictions.Labels[label], with, without);
    }

    private static int Bin(double probability, int bins) => Math.Min((int)(probability * bins), bins - 1);
}
