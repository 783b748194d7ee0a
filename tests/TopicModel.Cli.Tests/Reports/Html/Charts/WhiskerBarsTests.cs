using AngleSharp.Dom;
using TopicModel.Cli.Reports.Html.Charts;

namespace TopicModel.Cli.Tests.Reports.Html.Charts;

public class WhiskerBarsTests
{
    [Fact]
    public void Bars_AreSharesOfTheScale_BelowEachOther()
    {
        IElement chart = Render([new WhiskerBar(0.5, null, null, "f1", 10), new WhiskerBar(0.123456, null, null, "recall", 6)]);

        Assert.Equal([("0%", "50%", "3", "10"), ("0%", "12.35%", "16", "6")], chart.QuerySelectorAll("rect").Select(bar => (bar.At("x"), bar.At("width"), bar.At("y"), bar.At("height"))));
        Assert.Equal(("img", "25", "what"), (chart.At("role"), chart.At("height"), chart.QuerySelector("title")!.TextContent));
        Assert.Empty(chart.QuerySelectorAll(".whisker"));
    }

    [Fact]
    public void Whisker_GoesFromLowToHighWithEndsAndAHalo()
    {
        IElement chart = Render([new WhiskerBar(0.5, 0.4, 0.75, "f1", 10)]);

        foreach (string stroke in new[] { "halo", "whisker" })
            Assert.Equal([("40%", "75%", "8", "8"), ("40%", "40%", "5.5", "10.5"), ("75%", "75%", "5.5", "10.5")],
                chart.QuerySelectorAll($".{stroke} line").Select(line => (line.At("x1"), line.At("x2"), line.At("y1"), line.At("y2"))));
    }

    [Fact]
    public void Differences_StartAtZero()
    {
        IElement chart = Render([new WhiskerBar(-0.05, -0.2, 0.05, "worse"), new WhiskerBar(0.05, null, null, "better")], low: -0.1, high: 0.1);

        Assert.Equal([("25%", "25%"), ("50%", "25%")], chart.QuerySelectorAll("rect").Select(bar => (bar.At("x"), bar.At("width"))));
        Assert.Equal("50%", chart.QuerySelector(".zero")!.At("x1"));
        Assert.Equal("0%", chart.QuerySelector(".whisker line")!.At("x1"));
    }

    [Fact]
    public void Undefined_HasNoBarAndIsNoImage()
    {
        IElement chart = Render([new WhiskerBar(double.NaN, null, null, "f1")]);

        Assert.Empty(chart.Children);
        Assert.Equal((null, "true"), (chart.GetAttribute("role"), chart.At("aria-hidden")));
    }

    [Fact]
    public void NoTitle_IsForTheEyesOnly() => Assert.Equal("true", Render([new WhiskerBar(1, null, null, "f1")], title: null).At("aria-hidden"));

    private static IElement Render(WhiskerBar[] bars, double low = 0, double high = 1, string? title = "what") =>
        Rendered.Of<WhiskerBars>(("Bars", bars), ("Title", title), ("Low", low), ("High", high));
}
