using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TopicModel.Cli.Reports.Html.Charts;

namespace TopicModel.Cli.Tests.Reports.Html.Charts;

public class AxisTests
{
    [Theory]
    [InlineData(0, 2400, 4, "0 1,000 2,000 3,000")]
    [InlineData(0.55, 0.8, 5, "0.55 0.60 0.65 0.70 0.75 0.80")]
    [InlineData(0.913, 0.987, 5, "0.90 0.92 0.94 0.96 0.98 1.00")]
    [InlineData(0, 1, 4, "0.00 0.25 0.50 0.75 1.00")]
    [InlineData(0.1, 0.3, 2, "0.1 0.2 0.3")]
    [InlineData(-0.02, 0.07, 5, "-0.02 0.00 0.02 0.04 0.06 0.08")]
    [InlineData(1, 7, 6, "1 2 3 4 5 6 7")]
    [InlineData(0.9, 0.9, 4, "0.850 0.875 0.900 0.925 0.950")]
    [InlineData(-50, 50, 2, "-50 0 50")]
    [InlineData(0.9701, 0.9703, 2, "0.9701 0.9702 0.9703")]
    public void Around_HasRoundTicks(double low, double high, int intervals, string expected) =>
        Assert.Equal(expected, string.Join(' ', Axis.Around("", low, high, intervals).Ticks.Select(tick => tick.Text)));

    [Fact]
    public void Around_AnyValues_HoldsThemBetweenFewTicksThatSayWhatTheyAre() => Prop.ForAll(
        Gen.Choose(-100000, 100000).Select(n => n / 1000.0).ToArbitrary(), Gen.Choose(0, 100000).Select(n => n / 1000.0).ToArbitrary(), Gen.Choose(2, 8).ToArbitrary(),
        (low, span, intervals) =>
        {
            Axis axis = Axis.Around("", low, low + span, intervals);
            double[] ticks = [.. axis.Ticks.Select(tick => tick.Value)];
            double step = ticks[1] - ticks[0];
            return axis.Low <= low + 1e-9 && axis.High >= low + span - 1e-9 && ticks.Length >= 2 && ticks.Length <= intervals + 1
                && ticks[0] == axis.Low && Math.Abs(ticks[^1] - axis.High) < 1e-9
                && ticks.Zip(ticks.Skip(1)).All(pair => Math.Abs(pair.Second - pair.First - step) < 1e-9)
                && axis.Ticks.All(tick => Math.Abs(double.Parse(tick.Text, NumberStyles.Number, CultureInfo.InvariantCulture) - tick.Value) < step / 100);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2, 8, "1 2")]
    [InlineData(8, 8, "1 2 3 4 5 6 7 8")]
    [InlineData(9, 8, "1 3 5 7 9")]
    [InlineData(50, 8, "1 8 15 22 29 36 43 50")]
    [InlineData(48, 8, "6 13 20 27 34 41 48")]
    public void OfNumbers_NamesTheLastAndAsManyAsThereIsRoomFor(int last, int most, string expected)
    {
        Axis axis = Axis.OfNumbers("", last, most);
        Assert.Equal((1, last, expected), ((int)axis.Low, (int)axis.High, string.Join(' ', axis.Ticks.Select(tick => tick.Text))));
    }

    [Fact]
    public void ShareOf_BeyondTheEnds_IsTheEnd()
    {
        var axis = new Axis("", 10, 20, []);
        Assert.Equal([0, 0, 0.25, 1, 1], new[] { 5, 10, 12.5, 20, 99 }.Select(axis.ShareOf));
    }

    [Fact]
    public void Around_OneInterval_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Axis.Around("", 0, 1, 1));
}
