using TopicModel.Cli.Reports.Html.Charts;
using TopicModel.Cli.Reports.Html.Sections;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html.Sections;

public class CurvePlotsTests
{
    [Fact]
    public void PrecisionRecall_MarksTheThreshold()
    {
        Plot plot = CurvePlots.PrecisionRecall(new PrecisionRecallCurve("a", 9, 0.9, [new PrecisionRecallPoint(0.5, 1, 0.8), new PrecisionRecallPoint(1, 0.4, 0.1)], new PrecisionRecallPoint(0.5, 1, 0.8)), isSmall: false);

        Assert.Equal([new PlotPoint(0.5, 1), new PlotPoint(1, 0.4)], ((LineLayer)plot.Layers[0]).Points);
        Assert.Equal((new PlotPoint(0.5, 1), "precision 1.000, recall 0.500 (from probability 0.800)"), (((DotLayer)plot.Layers[1]).Dots[0].At, ((DotLayer)plot.Layers[1]).Dots[0].Tip));
    }

    [Fact]
    public void PrecisionRecall_NeverGiven_HasNoMark()
    {
        Plot plot = CurvePlots.PrecisionRecall(new PrecisionRecallCurve("a", 9, 0.9, [new PrecisionRecallPoint(0.5, 1, 0.8)], null), isSmall: true);

        Assert.Single(plot.Layers);
        Assert.EndsWith("The label was never given.", plot.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Reliability_EmptyBins_HaveNoDot_FullerOnesLargerDots()
    {
        Plot plot = CurvePlots.Reliability([new ReliabilityBin(0, 0.5, 4, 0.2, 0.3), new ReliabilityBin(0.5, 0.75, 0, double.NaN, double.NaN), new ReliabilityBin(0.75, 1, 16, 0.9, 0.8)], "a");

        IReadOnlyList<PlotDot> dots = ((DotLayer)plot.Layers[1]).Dots;
        Assert.Equal([new PlotPoint(0.2, 0.3), new PlotPoint(0.9, 0.8)], dots.Select(dot => dot.At));
        Assert.Equal([(0.2, 0.3), (0.8, 0.9)], dots.Select(dot => (dot.Low!.Value, dot.High!.Value)));
        Assert.Equal((5.25, 8), (dots[0].Radius, dots[1].Radius));
    }

    [Fact]
    public void Histogram_CountsGoUpAndDownAsSquareRootsOnScalesOfTheirOwn_WithThreshold()
    {
        Plot plot = CurvePlots.Histogram(new ScoreHistogram("a", [0, 9], [16, 1]), 0.4, isSmall: false);

        Assert.Equal([(0.5, 1.0, 1.0)], ((BarLayer)plot.Layers[0]).Bars.Select(bar => (bar.From.X, bar.To.X, bar.To.Y)));
        Assert.Equal([(0.0, -1.0), (0.5, -0.25)], ((BarLayer)plot.Layers[1]).Bars.Select(bar => (bar.From.X, bar.To.Y)));
        Assert.Equal([new PlotPoint(0.4, -1), new PlotPoint(0.4, 1)], ((LineLayer)plot.Layers[2]).Points);
        Assert.Equal(["16", "0", "9"], plot.Y.Ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void Learning_ExtrapolationIsDashedAndInsideTheAxes()
    {
        var curve = new LearningCurve(Metric.MacroF1, [new LearningCurvePoint(0.5, 100, 0.6, new Interval(0.5, 0.7)), new LearningCurvePoint(1, 200, 0.7, new Interval(0.6, 0.8))], new PowerLaw(0.9, 1, 0.5, [new ExtrapolatedPoint(200, 0.7), new ExtrapolatedPoint(400, 0.83)]));

        Plot plot = CurvePlots.Learning(curve, "a");

        Assert.Equal(["strong", "dashed", "strong"], plot.Layers.Select(layer => layer.Style));
        Assert.Equal((0, 400), (plot.X.Low, plot.X.High));
        Assert.True(plot.Y.Low <= 0.5 && plot.Y.High >= 0.83);
        Assert.Equal(["100 documents: 0.600 [0.500, 0.700]", "200 documents: 0.700 [0.600, 0.800]"], ((DotLayer)plot.Layers[2]).Dots.Select(dot => dot.Tip));
        Assert.Equal(2, CurvePlots.Learning(curve with { Trend = null }, "a").Layers.Count);
    }

    [Fact]
    public void Trend_UndefinedTrainings_AreLeftOut()
    {
        static HistoryEntry Entry(double? score) => new(default, "1", "f", "c", 10, 5, new Dictionary<string, HistoryFigures>
        {
            ["a"] = new("macroF1", score is { } known ? new Dictionary<string, double> { ["macroF1"] = known } : [], null, 1, 1, new Timings()),
        });
        Plot plot = CurvePlots.Trend([.. new[] { Entry(0.5), Entry(null), Entry(0.7) }.Select(entry => (entry, entry.Classifiers["a"]))], "a", "macro-F1");

        Assert.Equal([new PlotPoint(1, 0.5), new PlotPoint(3, 0.7)], ((LineLayer)plot.Layers[0]).Points);
    }
}
