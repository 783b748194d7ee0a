using AngleSharp.Dom;
using TopicModel.Cli.Reports.Html.Charts;

namespace TopicModel.Cli.Tests.Reports.Html.Charts;

public class PlotChartTests
{
    /// <summary>Ten units a step in both directions, 20 from the left and 10 from the top.</summary>
    private static readonly PlotSize Size = new(130, 130, 20, 10, 10, 20);

    [Fact]
    public void Chart_IsAnImageWithTitleAndDescription()
    {
        IElement chart = Render();
        Assert.Equal(("svg", "img", "0 0 130 130"), (chart.LocalName, chart.At("role"), chart.At("viewBox")));
        Assert.Equal(["title", "desc"], chart.Children.Take(2).Select(child => child.LocalName));
        Assert.Equal(["a < b & c", "what it says"], chart.Children.Take(2).Select(child => child.TextContent));
    }

    [Fact]
    public void Axes_HaveTicksWithTextAndTitles()
    {
        IElement chart = Render();
        Assert.Equal(["0", "10", "0", "5", "10"], chart.QuerySelectorAll(".tick text").Select(text => text.TextContent));
        // The vertical axis comes first: its lines go across at the height of the tick.
        Assert.Equal(["110", "10"], chart.QuerySelectorAll(".tick line").Take(2).Select(line => line.At("y1")));
        Assert.Equal([("20", "114"), ("70", "114"), ("120", "114")], chart.QuerySelectorAll(".tick line").Skip(2).Select(line => (line.At("x1"), line.At("y2"))));
        Assert.Equal(["up", "along"], chart.QuerySelectorAll(".axis text").Select(text => text.TextContent));
    }

    [Fact]
    public void Line_GoesThroughItsPoints_ThoseOutsideAtTheEdge() =>
        Assert.Equal("M20 110L70 60L120 10L120 10", Render(new LineLayer([new PlotPoint(0, 0), new PlotPoint(5, 5), new PlotPoint(10, 10), new PlotPoint(99, 12)], "strong")).QuerySelector("g.strong path")!.At("d"));

    [Fact]
    public void Dots_HaveTipsAndWhiskers()
    {
        IElement layer = Render(new DotLayer([new PlotDot(new PlotPoint(2, 3), "here", 4, Low: 1, High: 6), new PlotDot(new PlotPoint(4, 4), "")], "chosen")).QuerySelector("g.chosen")!;

        Assert.Equal([("40", "80", "4"), ("60", "70", "3.5")], layer.QuerySelectorAll("circle").Select(dot => (dot.At("cx"), dot.At("cy"), dot.At("r"))));
        Assert.Equal(["here"], layer.QuerySelectorAll("circle title").Select(title => title.TextContent));
        IElement whisker = Assert.Single(layer.QuerySelectorAll(".whisker"));
        Assert.Equal(("40", "40", "100", "50"), (whisker.At("x1"), whisker.At("x2"), whisker.At("y1"), whisker.At("y2")));
    }

    [Fact]
    public void Bars_GoFromCornerToCorner_UpAndDown()
    {
        IElement layer = Render(new BarLayer([new PlotBar(new PlotPoint(1, 2), new PlotPoint(3, 6), "tip"), new PlotBar(new PlotPoint(5, 6), new PlotPoint(4, 1), "")], "with")).QuerySelector("g.with")!;

        Assert.Equal([("30", "50", "20", "40"), ("60", "50", "10", "50")], layer.QuerySelectorAll("rect").Select(bar => (bar.At("x"), bar.At("y"), bar.At("width"), bar.At("height"))));
    }

    [Fact]
    public void Layers_AreDrawnInTheirOrder() => Assert.Equal(["tick", "tick", "tick", "tick", "tick", "axis", "axis", "first", "second"],
        Render(new LineLayer([new PlotPoint(0, 0)], "first"), new DotLayer([], "second")).Children.Where(child => child.LocalName == "g").Select(group => group.ClassName));

    private static IElement Render(params PlotLayer[] layers) => Rendered.Of<PlotChart>(("Plot", new Plot
    {
        Title = "a < b & c",
        Description = "what it says",
        X = new Axis("along", 0, 10, [new AxisTick(0, "0"), new AxisTick(5, "5"), new AxisTick(10, "10")]),
        Y = new Axis("up", 0, 10, [new AxisTick(0, "0"), new AxisTick(10, "10")]),
        Layers = layers,
        Size = Size,
    }));
}
