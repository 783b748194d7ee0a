using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// The paired percentile bootstrap: both classifiers are measured on the same draws of the same documents, so that what is hard about a
/// draw is hard for both, and the middle 95 % of the differences is their interval.
/// </summary>
internal sealed class PairedBootstrap
{
    private PairedBootstrap(double[][] metrics, double[][] labels) => (Metrics, Labels) = (metrics, labels);

    /// <summary>[metric][resample] -> after minus before; NaN where one is undefined.</summary>
    public double[][] Metrics { get; }

    /// <summary>[class][resample] -> F1 after minus before.</summary>
    public double[][] Labels { get; }

    /// <summary>Resamples.</summary>
    /// <param name="before">What the one before said of the documents.</param>
    /// <param name="after">What the one after said of the same documents, in the same order, with the same truth and labels.</param>
    /// <param name="samples">Number of resamples.</param>
    /// <param name="context">Seed, threads, cancellation.</param>
    public static PairedBootstrap Run(PredictionSet before, PredictionSet after, int samples, TrainingContext context)
    {
        WeightedMetrics first = new(before), second = new(after);
        int classes = first.Decisions.ClassCount, examples = before.Truth.Count;
        double[][] metrics = Table(WeightedMetrics.MetricCount, samples), labels = Table(classes, samples);
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        Parallel.For(0, samples, options, () => new Scratch(examples, before.DocumentOf, classes), (sample, _, scratch) =>
        {
            int[] weights = scratch.Draw.Next(new DeterministicRandom(context.Seed, sample));
            first.Compute(weights, scratch.CountsBefore, scratch.Before);
            second.Compute(weights, scratch.CountsAfter, scratch.After);
            for (int metric = 0; metric < metrics.Length; metric++) metrics[metric][sample] = scratch.After[metric] - scratch.Before[metric];
            for (int c = 0; c < classes; c++) labels[c][sample] = scratch.CountsAfter.F1(c) - scratch.CountsBefore.F1(c);
            return scratch;
        }, _ => { });
        return new PairedBootstrap(metrics, labels);
    }

    private static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];

    /// <summary>What one thread works with.</summary>
    private sealed class Scratch(int examples, int[]? documentOf, int classes)
    {
        public DocumentDraw Draw { get; } = new(examples, documentOf);

        public ClassCounts CountsBefore { get; } = new(classes);

        public ClassCounts CountsAfter { get; } = new(classes);

        /// <summary>[metric].</summary>
        public double[] Before { get; } = new double[WeightedMetrics.MetricCount];

        /// <summary>[metric].</summary>
        public double[] After { get; } = new double[WeightedMetrics.MetricCount];
    }
}
