using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation;

/// <summary>
/// One metric of decisions with its interval by the percentile bootstrap, as <see cref="Bootstrap"/>, but without the work that metrics
/// of probabilities need. F1 is undefined where no label is there and none was given.
/// </summary>
internal sealed class DecisionResampling
{
    /// <summary>Documents drawn altogether, so that large slices take no longer than small ones; at least 100 resamples, at most 1,000.</summary>
    private const int MaxDraws = 5_000_000;

    private readonly DecisionTable _decisions;
    private readonly Metric _metric;
    private readonly bool _isBinary;
    private readonly int _examples;

    /// <param name="predictions">Checked.</param>
    /// <param name="metric">Accuracy, an average of F1, or (binary) the F1 of the positive label.</param>
    public DecisionResampling(PredictionSet predictions, Metric metric)
    {
        (_decisions, _metric, _isBinary, _examples) = (new DecisionTable(predictions), metric, predictions.IsBinary, predictions.Truth.Count);
        var once = new int[_examples];
        Array.Fill(once, 1);
        Value = Compute(once, new ClassCounts(_decisions.ClassCount));
    }

    /// <summary>The metric of all examples; NaN when it is undefined.</summary>
    public double Value { get; }

    /// <summary>The middle 95 % of its values over the resamples.</summary>
    public Interval Interval(TrainingContext context)
    {
        var values = new double[Math.Clamp(MaxDraws / Math.Max(1, _examples), 100, 1000)];
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        Parallel.For(0, values.Length, options, () => (Draw: new DocumentDraw(_examples, null), Counts: new ClassCounts(_decisions.ClassCount)), (sample, _, scratch) =>
        {
            values[sample] = Compute(scratch.Draw.Next(new DeterministicRandom(context.Seed, sample)), scratch.Counts);
            return scratch;
        }, _ => { });
        return Bootstrap.Interval(values, Value);
    }

    private double Compute(int[] weights, ClassCounts counts)
    {
        _decisions.Count(weights, counts);
        if (counts.Total == 0) return double.NaN;
        if (_metric == Metric.Accuracy) return (double)counts.Right / counts.Total;
        int first = _isBinary ? 1 : 0;
        long labels = 0;
        for (int c = first; c < _decisions.ClassCount; c++) labels += counts.Supports[c] + counts.Givens[c];
        if (labels == 0) return double.NaN;
        if (_metric == Metric.F1) return counts.F1(1);
        Span<double> values = stackalloc double[WeightedMetrics.MetricCount];
        counts.WriteMetrics(values);
        return values[(int)_metric];
    }
}
