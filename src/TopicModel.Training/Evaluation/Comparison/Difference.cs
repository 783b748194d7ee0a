using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>Makes differences.</summary>
internal static class Difference
{
    /// <summary>A difference with the interval of its resamples, which are sorted; none where a figure is undefined.</summary>
    public static MetricDifference Of(string name, double before, double after, double[] resamples, bool isLoss)
    {
        bool isDefined = !double.IsNaN(after - before);
        return Of(name, before, after, isDefined ? Bootstrap.Interval(resamples, after - before) : (Interval?)null, isLoss);
    }

    /// <summary>A difference with a given interval; it is clear when 0 lies outside.</summary>
    public static MetricDifference Of(string name, double before, double after, Interval? interval, bool isLoss)
    {
        ComparisonOutcome outcome = interval is not { } known ? ComparisonOutcome.NotComparable
            : known.Low > 0 ? (isLoss ? ComparisonOutcome.Worse : ComparisonOutcome.Better)
            : known.High < 0 ? (isLoss ? ComparisonOutcome.Better : ComparisonOutcome.Worse)
            : ComparisonOutcome.NoClearDifference;
        return new MetricDifference(name, before, after, after - before, interval, outcome);
    }
}
