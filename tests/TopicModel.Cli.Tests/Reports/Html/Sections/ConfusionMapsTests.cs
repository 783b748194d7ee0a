using TopicModel.Cli.Reports.Html.Charts;
using TopicModel.Cli.Reports.Html.Sections;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html.Sections;

public class ConfusionMapsTests
{
    [Fact]
    public void Multiclass_RowsAreTruth_MistakesAreWrong()
    {
        HeatMap map = ConfusionMaps.Of(new Confusion(["a", "b"], [[96, 4], [50, 50]]), isMultilabel: false, [new ConfusionCell(1, 0, 50, true, [])], "x.confusion");

        Assert.Equal(["a", "b"], map.Columns);
        Assert.Equal(
            [
                new HeatCell("96", "a, rightly given: 96 of 100", HeatTone.Right, 5), new HeatCell("4", "a taken for b: 4 of 100", HeatTone.Wrong, 2),
                new HeatCell("50", "b taken for a: 50 of 100", HeatTone.Wrong, 5, "#x.confusion.2.1"), new HeatCell("50", "b, rightly given: 50 of 100", HeatTone.Right, 2),
            ], map.Rows.SelectMany(row => row.Cells));
    }

    [Fact]
    public void Multilabel_ColumnsAreDecisions_RightlyGivenFirst()
    {
        HeatMap map = ConfusionMaps.Of(new Confusion(["a"], [[180, 20, 5, 15]]), isMultilabel: true, [new ConfusionCell(0, 1, 20, true, [])], "x");

        Assert.Equal(["rightly given", "wrongly given", "wrongly not given", "rightly not given"], map.Columns);
        Assert.Equal([("15", 3, HeatTone.Right, null), ("20", 3, HeatTone.Wrong, "#x.1.2"), ("5", 4, HeatTone.Wrong, null), ("180", 4, HeatTone.Right, (string?)null)],
            map.Rows[0].Cells.Select(cell => (cell.Text, cell.Level, cell.Tone, cell.Href)));
        Assert.Equal("a, wrongly not given: 5 of 20", map.Rows[0].Cells[2].Tip);
    }

    [Fact]
    public void ManyLabels_ZerosAreDots()
    {
        int[][] counts = [.. Enumerable.Range(0, 7).Select(row => Enumerable.Range(0, 7).Select(column => row == column ? 1234 : 0).ToArray())];
        HeatMap map = ConfusionMaps.Of(new Confusion([.. "abcdefg".Select(letter => letter.ToString())], counts), isMultilabel: false, [], "x");

        Assert.Equal(["1,234", "·", "·", "·", "·", "·", "·"], map.Rows[0].Cells.Select(cell => cell.Text));
        Assert.All(map.Rows[0].Cells.Skip(1), cell => Assert.Equal(0, cell.Level));
    }
}
