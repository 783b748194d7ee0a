using MathNet.Numerics.Statistics;
using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation;

/// <summary>
/// The percentile bootstrap (Efron 1979): documents are drawn with replacement, as many as there are, and the middle 95 % of the
/// metric's values over the resamples is its interval. Resample i draws from stream i of the seed, so that nothing depends on which
/// thread computes it. The model is held fixed: the intervals tell how much the choice of test documents matters, not the choice
/// of training documents.
/// </summary>
internal static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>
    /// The figures of every resample, [figure][resample]: first the metrics, [metric], then of every class its precision, recall and F1,
    /// [<see cref="WeightedMetrics.MetricCount"/> + class * <see cref="ClassCounts.FiguresPerClass"/> + figure].
    /// </summary>
    /// <param name="metrics">The metrics of the whole set.</param>
    /// <param name="exampleCount">Number of examples.</param>
    /// <param name="documentOf">[example] -> its document, 0-based, or null when every example is one.</param>
    /// <param name="samples">Number of resamples.</param>
    /// <param name="seed">Of the random streams.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Stops promptly.</param>
    public static double[][] Values(WeightedMetrics metrics, int exampleCount, int[]? documentOf, int samples, int seed, int threads, CancellationToken cancellationToken)
    {
        var values = new double[WeightedMetrics.MetricCount + metrics.Decisions.ClassCount * ClassCounts.FiguresPerClass][];
        for (int figure = 0; figure < values.Length; figure++) values[figure] = new double[samples];
        Parallel.For(0, samples, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new Scratch(exampleCount, documentOf, metrics.Decisions.ClassCount),
            (sample, _, scratch) =>
            {
                metrics.Compute(scratch.Draw.Next(new DeterministicRandom(seed, sample)), scratch.Counts, scratch.Values.AsSpan(0, WeightedMetrics.MetricCount));
                scratch.Counts.WriteFigures(scratch.Values.AsSpan(WeightedMetrics.MetricCount));
                for (int figure = 0; figure < values.Length; figure++) values[figure][sample] = scratch.Values[figure];
                return scratch;
            },
            _ => { });
        return values;
    }

    /// <summary>Draws as many items as there are, with replacement; writes how often each was drawn, [item].</summary>
    public static void Draw(DeterministicRandom random, int[] counts)
    {
        Array.Clear(counts);
        for (int i = 0; i < counts.Length; i++) counts[random.Next(counts.Length)]++;
    }

    /// <summary>
    /// The interval from the values of the resamples; those where the metric is undefined are left out. It is widened to hold the
    /// metric's value on the whole set where that lies outside: resampling pushes the calibration error up and, where labels are
    /// rare, the macro averages down.
    /// </summary>
    /// <param name="values">[resample]; changed: sorted.</param>
    /// <param name="point">The metric on the whole set; not NaN.</param>
    public static Interval Interval(double[] values, double point)
    {
        Array.Sort(values);
        double[] defined = [.. values.Where(value => !double.IsNaN(value))];
        if (defined.Length == 0) return new Interval(point, point);
        double low = SortedArrayStatistics.QuantileCustom(defined, Tail, QuantileDefinition.R7);
        double high = SortedArrayStatistics.QuantileCustom(defined, 1 - Tail, QuantileDefinition.R7);
        return new Interval(Math.Min(low, point), Math.Max(high, point));
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Scratch(int exampleCount, int[]? documentOf, int classCount)
    {
        public DocumentDraw Draw { get; } = new(exampleCount, documentOf);

        public ClassCounts Counts { get; } = new(classCount);

        /// <summary>[figure].</summary>
        public double[] Values { get; } = new double[WeightedMetrics.MetricCount + classCount * ClassCounts.FiguresPerClass];
    }
}
