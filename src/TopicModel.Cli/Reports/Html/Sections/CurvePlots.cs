using TopicModel.Cli.Reports.Html.Charts;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Html.Sections;

/// <summary>Makes plots of the curves of a classifier.</summary>
internal static class CurvePlots
{
    /// <summary>Dots of a reliability diagram: radius of one with next to no cases, and of the one with the most.</summary>
    private const double SmallestDot = 2.5, LargestDot = 8;

    /// <summary>Height of the strip of counts below a reliability diagram.</summary>
    private const double StripHeight = 96;

    /// <summary>Precision against recall of a label, with the place of the decisions.</summary>
    public static Plot PrecisionRecall(PrecisionRecallCurve curve, bool isSmall)
    {
        var layers = new List<PlotLayer> { new LineLayer([.. curve.Points.Select(point => new PlotPoint(point.Recall, point.Precision))], "strong") };
        if (curve.Chosen is { } chosen) layers.Add(new DotLayer([new PlotDot(new PlotPoint(chosen.Recall, chosen.Precision), Describe(chosen), 5)], "chosen"));
        return new Plot
        {
            Title = $"Precision against recall of {curve.Label}",
            Description = $"Average precision {ReportFormat.Number(curve.AveragePrecision)}. {(curve.Chosen is { } at ? $"Decisions are at {Describe(at)}." : "The label was never given.")}",
            X = Axis.OfShares(isSmall ? "" : "recall", isSmall),
            Y = Axis.OfShares(isSmall ? "" : "precision", isSmall),
            Layers = layers,
            Size = isSmall ? PlotSize.Small : PlotSize.Full,
        };
    }

    /// <summary>"precision 0.939, recall 0.939 (from probability 0.459)".</summary>
    public static string Describe(PrecisionRecallPoint point) =>
        $"precision {ReportFormat.Number(point.Precision)}, recall {ReportFormat.Number(point.Recall)}{(double.IsNaN(point.Probability) ? "" : $" (from probability {ReportFormat.Number(point.Probability)})")}";

    /// <summary>How often what is said with a probability is so; the larger a dot, the more cases.</summary>
    public static Plot Reliability(IReadOnlyList<ReliabilityBin> bins, string name)
    {
        ReliabilityBin[] filled = [.. bins.Where(bin => bin.Count > 0)];
        double most = filled.Max(bin => bin.Count);
        return new Plot
        {
            Title = $"Reliability of the probabilities of {name}",
            Description = "Dots on the dashed diagonal: what is said with a probability is so as often. Dots below it: too sure; above it: not sure enough.",
            X = Axis.OfShares("mean probability"),
            Y = Axis.OfShares("share that is so"),
            Layers =
            [
                new LineLayer([new PlotPoint(0, 0), new PlotPoint(1, 1)], "ideal"),
                new DotLayer([.. filled.Select(bin => new PlotDot(new PlotPoint(bin.MeanProbability, bin.PositiveShare),
                    $"{ReportFormat.Count(bin.Count, "case")} with mean probability {ReportFormat.Number(bin.MeanProbability)}: {ReportFormat.Number(bin.PositiveShare)} so",
                    SmallestDot + (LargestDot - SmallestDot) * Math.Sqrt(bin.Count / most), Math.Min(bin.MeanProbability, bin.PositiveShare), Math.Max(bin.MeanProbability, bin.PositiveShare)))], "gap"),
            ],
        };
    }

    /// <summary>How many cases are behind each dot of <see cref="Reliability"/>, to stand below it.</summary>
    public static Plot Cases(IReadOnlyList<ReliabilityBin> bins, string name)
    {
        int most = bins.Max(bin => bin.Count);
        return new Plot
        {
            Title = $"Number of cases by probability of {name}",
            Description = $"At most {ReportFormat.Count(most)} in a bin. The height of a bar is the square root of the number, so that small ones can be seen.",
            X = Axis.OfShares("probability"),
            Y = new Axis("cases (square-root scale)", 0, Math.Sqrt(most), [new AxisTick(0, "0"), new AxisTick(Math.Sqrt(most), ReportFormat.Count(most))]),
            Layers = [new BarLayer([.. bins.Where(bin => bin.Count > 0).Select(bin => Bar(bin.Low, bin.High, Math.Sqrt(bin.Count), $"{ReportFormat.Count(bin.Count, "case")} from {ReportFormat.Number(bin.Low)} to {ReportFormat.Number(bin.High)}"))], "with")],
            Size = PlotSize.Full with { Height = StripHeight },
        };
    }

    /// <summary>
    /// How the probabilities of a label are spread: upwards the examples that have it, downwards those that have it not, each side on a scale of
    /// its own, for those without a label that is one of many would leave nothing to be seen of the others.
    /// </summary>
    /// <param name="histogram">Numbers of examples.</param>
    /// <param name="threshold">Probability from which the label is given; null for none.</param>
    /// <param name="isSmall">Whether it is one of many.</param>
    public static Plot Histogram(ScoreHistogram histogram, double? threshold, bool isSmall)
    {
        double width = 1.0 / histogram.With.Count;
        IEnumerable<PlotBar> Bars(IReadOnlyList<int> counts, int sign, string what) => counts.Select((count, bin) => (count, bin)).Where(one => one.count > 0)
            .Select(one => Bar(one.bin * width, (one.bin + 1) * width, sign * Math.Sqrt((double)one.count / counts.Max()), $"{ReportFormat.Count(one.count)} {what}, probability {ReportFormat.Number(one.bin * width)} to {ReportFormat.Number((one.bin + 1) * width)}"));
        AxisTick[] ticks = isSmall ? [new AxisTick(0, "")]
            : [new AxisTick(-1, ReportFormat.Count(histogram.Without.Max())), new AxisTick(0, "0"), new AxisTick(1, ReportFormat.Count(histogram.With.Max()))];
        var layers = new List<PlotLayer> { new BarLayer([.. Bars(histogram.With, 1, "with the label")], "with"), new BarLayer([.. Bars(histogram.Without, -1, "without it")], "without") };
        if (threshold is { } from) layers.Add(new LineLayer([new PlotPoint(from, -1), new PlotPoint(from, 1)], "threshold"));
        return new Plot
        {
            Title = $"Spread of the probabilities of {histogram.Label}",
            Description = $"Upwards {ReportFormat.Count(histogram.With.Sum())} with the label, downwards {ReportFormat.Count(histogram.Without.Sum())} without it, each on its own scale; heights are square roots."
                + (threshold is { } at ? $" The label is given from {ReportFormat.Number(at)}." : ""),
            X = Axis.OfShares(isSmall ? "" : "probability", isSmall),
            Y = new Axis(isSmall ? "" : "examples (square-root scales)", -1, 1, ticks),
            Layers = layers,
            Size = isSmall ? PlotSize.Small : PlotSize.Full,
        };
    }

    /// <summary>The score against the number of training documents, with what more of them may give.</summary>
    public static Plot Learning(LearningCurve curve, string name)
    {
        IReadOnlyList<ExtrapolatedPoint> beyond = curve.Trend?.Extrapolation ?? [];
        double most = Math.Max(curve.Points[^1].Documents, beyond.Select(point => point.Documents).DefaultIfEmpty(0).Max());
        IEnumerable<double> heights = [.. curve.Points.SelectMany(point => (double[])[point.Interval.Low, point.Interval.High, point.Score]), .. beyond.Select(point => point.Score)];
        string metric = ReportFormat.NameOf(curve.Metric);
        var layers = new List<PlotLayer> { new LineLayer([.. curve.Points.Select(point => new PlotPoint(point.Documents, point.Score))], "strong") };
        if (beyond.Count > 0) layers.Add(new LineLayer([.. beyond.Select(point => new PlotPoint(point.Documents, point.Score))], "dashed"));
        layers.Add(new DotLayer([.. curve.Points.Select(point => new PlotDot(new PlotPoint(point.Documents, point.Score),
            $"{ReportFormat.Count(point.Documents, "document")}: {ReportFormat.Number(point.Score)} [{ReportFormat.Number(point.Interval.Low)}, {ReportFormat.Number(point.Interval.High)}]", 3.5, point.Interval.Low, point.Interval.High))], "strong"));
        return new Plot
        {
            Title = $"Learning curve of {name}",
            Description = $"{metric} on the test documents: {string.Join(", ", curve.Points.Select(point => $"{ReportFormat.Number(point.Score)} with {ReportFormat.Count(point.Documents)}"))} training documents."
                + (beyond.Count > 0 ? $" Dashed: about {ReportFormat.Number(beyond[^1].Score)} with {ReportFormat.Count((long)Math.Round(beyond[^1].Documents))}." : ""),
            X = Axis.Around("training documents", 0, most, 4),
            Y = Axis.Around(metric, heights.Min(), heights.Max(), 5),
            Layers = layers,
        };
    }

    /// <summary>The main metric over the trainings of the history.</summary>
    public static Plot Trend(IReadOnlyList<(HistoryEntry Entry, HistoryFigures Figures)> history, string name, string metric)
    {
        // A training that left the metric undefined has no place in the line.
        (int Run, double Score, Interval? Interval)[] runs =
            [.. history.Select((one, i) => (Run: i + 1, Score: one.Figures.Metrics.GetValueOrDefault(one.Figures.Main, double.NaN), one.Figures.Interval)).Where(run => !double.IsNaN(run.Score))];
        IEnumerable<double> heights = runs.SelectMany(run => (double[])[run.Score, run.Interval?.Low ?? run.Score, run.Interval?.High ?? run.Score]).DefaultIfEmpty(0);
        return new Plot
        {
            Title = $"Trend of {name}",
            Description = $"{metric} of the last {ReportFormat.Count(history.Count, "training")}: {string.Join(", ", runs.Select(run => ReportFormat.Number(run.Score)))}.",
            X = Axis.OfNumbers("training", Math.Max(2, history.Count), 8),
            Y = Axis.Around(metric, heights.Min(), heights.Max(), 5),
            Layers =
            [
                new LineLayer([.. runs.Select(run => new PlotPoint(run.Run, run.Score))], "strong"),
                new DotLayer([.. runs.Select(run => new PlotDot(new PlotPoint(run.Run, run.Score), $"training {run.Run}: {ReportFormat.Number(run.Score)}", 3.5, run.Interval?.Low, run.Interval?.High))], "strong"),
            ],
        };
    }

    private static PlotBar Bar(double low, double high, double height, string tip) => new(new PlotPoint(low, 0), new PlotPoint(high, height), tip);
}
