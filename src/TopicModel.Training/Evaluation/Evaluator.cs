namespace TopicModel.Training.Evaluation;

/// <summary>Measures how good predictions are. Definitions of the metrics are at <see cref="MetricBlock"/> and <see cref="LabelMetrics"/>.</summary>
internal static class Evaluator
{
    /// <summary>
    /// All metrics of the predictions with their intervals. The result depends on the predictions, the number of resamples and the
    /// seed, not on the number of threads. For passages, evaluate documents and sentences and put the latter into <see cref="MetricBlock.Passages"/>.
    /// </summary>
    /// <param name="p">What was said and what is true.</param>
    /// <param name="bootstrapSamples">Resamples of the documents for the intervals; 0 for no intervals.</param>
    /// <param name="seed">Of the resamples.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Stops the resampling promptly with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Lengths, probabilities or decisions do not fit each other.</exception>
    public static MetricBlock Evaluate(PredictionSet p, int bootstrapSamples = 1000, int seed = 42, int threads = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bootstrapSamples);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        p.Check();
        var metrics = new WeightedMetrics(p);
        var counts = new ClassCounts(metrics.Decisions.ClassCount);
        var values = new double[WeightedMetrics.MetricCount];
        var once = new int[p.Truth.Count];
        Array.Fill(once, 1);
        metrics.Compute(once, counts, values);
        double[][] resampled = bootstrapSamples == 0 ? [] : Bootstrap.Values(metrics, p.Truth.Count, p.DocumentOf, bootstrapSamples, seed, threads, cancellationToken);
        return new MetricBlock
        {
            Documents = p.Truth.Count,
            Accuracy = values[(int)Metric.Accuracy],
            MacroF1 = values[(int)Metric.MacroF1],
            MicroF1 = values[(int)Metric.MicroF1],
            WeightedF1 = values[(int)Metric.WeightedF1],
            MacroPrecision = values[(int)Metric.MacroPrecision],
            MacroRecall = values[(int)Metric.MacroRecall],
            LogLoss = values[(int)Metric.LogLoss],
            Brier = values[(int)Metric.Brier],
            Ece = values[(int)Metric.Ece],
            Auc = values[(int)Metric.Auc],
            Precision = p.IsBinary ? values[(int)Metric.Precision] : null,
            Recall = p.IsBinary ? values[(int)Metric.Recall] : null,
            F1 = p.IsBinary ? values[(int)Metric.F1] : null,
            Intervals = Intervals(values, resampled),
            PerLabel = PerLabel(p, metrics, counts, resampled),
            Confusion = metrics.Decisions.Confusion(p.Classes, p.IsExclusive, counts),
        };
    }

    /// <param name="values">[metric].</param>
    /// <param name="resampled">What <see cref="Bootstrap.Values"/> gave; empty for no intervals.</param>
    private static OrderedDictionary<string, Interval> Intervals(double[] values, double[][] resampled)
    {
        var intervals = new OrderedDictionary<string, Interval>(StringComparer.Ordinal);
        if (resampled.Length == 0) return intervals;
        foreach (Metric metric in Enum.GetValues<Metric>())
        {
            double point = values[(int)metric];
            if (!double.IsNaN(point)) intervals.Add(MetricBlock.NameOf(metric), Bootstrap.Interval(resampled[(int)metric], point));
        }
        return intervals;
    }

    private static LabelMetrics[] PerLabel(PredictionSet p, WeightedMetrics metrics, ClassCounts counts, double[][] resampled)
    {
        IReadOnlyList<string> classes = p.Classes;
        double[] averagePrecisions = metrics.AveragePrecisions(p);
        var rows = new LabelMetrics[classes.Count];
        for (int c = 0; c < rows.Length; c++)
        {
            rows[c] = new LabelMetrics
            {
                Label = classes[c],
                Support = (int)counts.Supports[c],
                Precision = counts.Precision(c),
                Recall = counts.Recall(c),
                F1 = counts.F1(c),
                AveragePrecision = averagePrecisions[c],
                Intervals = LabelIntervals(counts, c, resampled),
                Threshold = ThresholdOf(p, c),
            };
        }
        return rows;
    }

    private static OrderedDictionary<string, Interval> LabelIntervals(ClassCounts counts, int c, double[][] resampled)
    {
        var intervals = new OrderedDictionary<string, Interval>(StringComparer.Ordinal);
        if (resampled.Length == 0 || counts.Total == 0) return intervals;
        int first = WeightedMetrics.MetricCount + c * ClassCounts.FiguresPerClass;
        intervals.Add("precision", Bootstrap.Interval(resampled[first], counts.Precision(c)));
        intervals.Add("recall", Bootstrap.Interval(resampled[first + 1], counts.Recall(c)));
        intervals.Add("f1", Bootstrap.Interval(resampled[first + 2], counts.F1(c)));
        return intervals;
    }

    private static double? ThresholdOf(PredictionSet p, int c) => p.Kind switch
    {
        ClassifierKind.Multiclass => null,
        ClassifierKind.Multilabel => p.Thresholds[c],
        _ => c == 1 ? p.Thresholds[0] : null,
    };
}
