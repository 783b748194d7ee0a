using AngleSharp.Dom;
using TopicModel.Cli.Reports.Html;
using TopicModel.Cli.Reports.Html.Charts;

namespace TopicModel.Cli.Tests.Reports.Html.Charts;

public class HeatMapTableTests
{
    [Fact]
    public void Table_HasHeadsLinksAndColours()
    {
        IElement table = Render(["a", "b"], [("row <1>", [new HeatCell("7", "seven", HeatTone.Right, 5, "#there"), new HeatCell("0", "nothing", HeatTone.Wrong, 0)]), ("row 2", [new HeatCell("2", "two", HeatTone.Wrong, 3), new HeatCell("1", "one", HeatTone.Right, 1)])]);

        Assert.Equal(["a", "b"], table.QuerySelectorAll("thead th[scope=col]").Select(head => head.TextContent));
        Assert.Equal(["row <1>", "row 2"], table.QuerySelectorAll("tbody th[scope=row]").Select(head => head.TextContent));
        Assert.Equal([("right5", "seven", "7"), ("none", "nothing", "0"), ("wrong3", "two", "2"), ("right1", "one", "1")], table.QuerySelectorAll("tbody td").Select(cell => (cell.ClassName, cell.At("title"), cell.TextContent)));
        Assert.Equal(["#there"], table.QuerySelectorAll("a").Select(link => link.At("href")));
        Assert.Equal("what it shows", table.At("aria-label"));
        Assert.Equal("corner", table.QuerySelector("thead td")!.TextContent);
    }

    [Theory]
    [InlineData("heat flat", "a", "b", "c")]
    [InlineData("heat flat", "a label that is very long", "b")]
    [InlineData("heat upright", "a label that is very long", "b", "c")]
    [InlineData("heat upright", "a", "b", "c", "d", "e", "f", "g")]
    public void Columns_ManyOrLong_StandUpright(string expected, params string[] columns) => Assert.Equal(expected, Render(columns, []).ClassName);

    private static IElement Render(string[] columns, (string, IReadOnlyList<HeatCell>)[] rows) => Rendered.Parse(ReportHtml.Render<HeatMapTable>(
        new Dictionary<string, object?> { ["Map"] = new HeatMap("what it shows", "corner", columns, rows) })).QuerySelector("table")!;
}
