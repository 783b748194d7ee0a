using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// Compares two versions of a classifier by their reports alone. The interval of a difference comes from the two intervals (MOVER: Zou and
/// Donner 2008): with values a before and b after, d = b − a, from d − √((b − low_b)² + (high_a − a)²) to d + √((high_b − b)² + (a − low_a)²),
/// as if the tests were independent.
/// </summary>
internal static class UnpairedComparison
{
    /// <summary>Differences; those of labels, whose intervals no report has, decide nothing.</summary>
    public static ClassifierComparison Compare(string name, Metric main, MetricBlock before, MetricBlock after)
    {
        MetricDifference[] metrics = Differences(before, after);
        return new ClassifierComparison
        {
            Name = name,
            MainMetric = main,
            Outcome = Array.Find(metrics, metric => metric.Name == MetricBlock.NameOf(main))?.Outcome ?? ComparisonOutcome.NotComparable,
            Documents = Math.Min(before.Documents, after.Documents),
            Metrics = metrics,
            PassageMetrics = before.Passages is { } first && after.Passages is { } second ? Differences(first, second) : [],
            Labels = [.. after.PerLabel.Join(before.PerLabel, label => label.Label, label => label.Label,
                (second, first) => Difference.Of(second.Label, first.F1, second.F1, (Interval?)null, isLoss: false))],
        };
    }

    private static MetricDifference[] Differences(MetricBlock before, MetricBlock after) =>
        [.. Enum.GetValues<Metric>().Where(metric => before.Value(metric) is not null && after.Value(metric) is not null).Select(metric =>
        {
            (string name, double a, double b) = (MetricBlock.NameOf(metric), before.Value(metric)!.Value, after.Value(metric)!.Value);
            Interval? interval = before.Intervals.TryGetValue(name, out Interval first) && after.Intervals.TryGetValue(name, out Interval second) ? Combine(a, first, b, second) : null;
            return Difference.Of(name, a, b, interval, metric.IsLoss());
        })];

    private static Interval Combine(double a, Interval before, double b, Interval after)
    {
        double down = Math.Sqrt((b - after.Low) * (b - after.Low) + (before.High - a) * (before.High - a));
        double up = Math.Sqrt((after.High - b) * (after.High - b) + (a - before.Low) * (a - before.Low));
        return new Interval(b - a - down, b - a + up);
    }
}
