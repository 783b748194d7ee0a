using System.Globalization;

namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>One direction of a chart: from which value to which, and what is written on the way.</summary>
/// <param name="Title">What it measures; empty for an axis that speaks for itself.</param>
/// <param name="Low">Value at its beginning.</param>
/// <param name="High">Value at its end, above <paramref name="Low"/>.</param>
/// <param name="Ticks">Labelled places, ascending.</param>
public sealed record Axis(string Title, double Low, double High, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>Steps between ticks that people read without thinking, within a power of ten.</summary>
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>An axis of shares, 0 to 1, with a tick at every quarter, or at both ends only.</summary>
    public static Axis OfShares(string title, bool onlyEnds = false) => new(title, 0, 1,
        onlyEnds ? [new AxisTick(0, "0"), new AxisTick(0.5, ""), new AxisTick(1, "1")]
            : [new AxisTick(0, "0"), new AxisTick(0.25, "0.25"), new AxisTick(0.5, "0.5"), new AxisTick(0.75, "0.75"), new AxisTick(1, "1")]);

    /// <summary>An axis with round ticks that holds two values, and begins and ends at a tick.</summary>
    /// <param name="title">What it measures.</param>
    /// <param name="low">The lowest value to be shown.</param>
    /// <param name="high">The highest; when it is not above <paramref name="low"/>, the axis has room around it.</param>
    /// <param name="intervals">Intervals between ticks at most, at least 2: an axis through 0 needs one on either side.</param>
    public static Axis Around(string title, double low, double high, int intervals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 2);
        if (high <= low) (low, high) = (low - Math.Max(Math.Abs(low), 1) * 0.05, low + Math.Max(Math.Abs(low), 1) * 0.05);
        double power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / intervals)));
        // The whole multiples of a step that hold both values may be more than the span has.
        double step = Steps.Concat(Steps.Select(step => step * 10)).Select(step => step * power).First(step => Last(high, step) - First(low, step) <= intervals);
        long first = First(low, step), last = Last(high, step);
        string format = "N" + DecimalsOf(step).ToString(CultureInfo.InvariantCulture);
        return new Axis(title, first * step, last * step,
            [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step).Select(value => new AxisTick(value, value.ToString(format, CultureInfo.InvariantCulture)))]);
    }

    /// <summary>An axis of the whole numbers from 1 to a last one, which is named; of the others as many as there is room for.</summary>
    /// <param name="title">What is numbered.</param>
    /// <param name="last">The last number, at least 2.</param>
    /// <param name="most">Numbers to be named at most, at least 2.</param>
    public static Axis OfNumbers(string title, int last, int most)
    {
        int step = (last - 1 + most - 2) / (most - 1);
        // Counted from the end, so that the last one is always there.
        IEnumerable<int> numbers = Enumerable.Range(0, (last - 1) / step + 1).Select(i => last - i * step).Reverse();
        return new Axis(title, 1, last, [.. numbers.Select(number => new AxisTick(number, number.ToString(CultureInfo.InvariantCulture)))]);
    }

    /// <summary>Where a value lies between the beginning (0) and the end (1); one that lies beyond is at the end that is nearer.</summary>
    public double ShareOf(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    // A hair's breadth keeps 0.3 / 0.1 from being more than 3.
    private static long First(double low, double step) => (long)Math.Floor(low / step + 1e-9);

    private static long Last(double high, double step) => (long)Math.Ceiling(high / step - 1e-9);

    /// <summary>Decimals that a step needs to be written in full: 0 for 50, 2 for 0.25.</summary>
    private static int DecimalsOf(double step)
    {
        int decimals = 0;
        for (double rest = step; Math.Abs(rest - Math.Round(rest)) > 1e-6 * rest && decimals < 15; rest *= 10) decimals++;
        return decimals;
    }
}
