using TopicModel.Cli.Reports.Html.Charts;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Html.Sections;

/// <summary>Makes heat maps of confusions, whose cells lead to the articles behind them.</summary>
internal static class ConfusionMaps
{
    /// <summary>Share of a row from which a cell is of level 2, 3, 4, 5. Wrong decisions are strong in colour long before they are many.</summary>
    private static readonly double[] RightSteps = [0.4, 0.6, 0.8, 0.95], WrongSteps = [0.02, 0.05, 0.15, 0.4];

    /// <summary>What the columns of a multilabel confusion are, in the order of <see cref="Confusion.Counts"/>.</summary>
    private static readonly string[] Decisions = ["rightly not given", "wrongly given", "wrongly not given", "rightly given"];

    /// <summary>Columns of a multilabel confusion as they are shown: mistakes in the middle, the uninteresting at the end.</summary>
    private static readonly int[] Shown = [3, 1, 2, 0];

    /// <summary>A matrix of more columns than this shows zeros as dots, so that the other numbers can be seen.</summary>
    private const int MostZeros = 6;

    /// <summary>The heat map.</summary>
    /// <param name="confusion">Numbers of examples.</param>
    /// <param name="isMultilabel">Whether its columns are kinds of decisions rather than labels.</param>
    /// <param name="cells">Cells whose articles are listed.</param>
    /// <param name="anchor">Beginning of the lists' anchors.</param>
    public static HeatMap Of(Confusion confusion, bool isMultilabel, IReadOnlyList<ConfusionCell> cells, string anchor)
    {
        HashSet<(int Row, int Column)> listed = [.. cells.Select(cell => (cell.Row, cell.Column))];
        int[] columns = isMultilabel ? Shown : [.. Enumerable.Range(0, confusion.Labels.Count)];
        HeatCell Cell(int row, int column)
        {
            int count = confusion.Counts[row][column], whole = isMultilabel ? MultilabelWhole(confusion.Counts[row], column) : confusion.Counts[row].Sum();
            bool isMistake = IsMistake(row, column, isMultilabel);
            return new HeatCell(count == 0 && columns.Length > MostZeros ? "·" : ReportFormat.Count(count), Describe(confusion, row, column, isMultilabel, count, whole), isMistake ? HeatTone.Wrong : HeatTone.Right,
                LevelOf(count, whole, isMistake), count > 0 && listed.Contains((row, column)) ? $"#{CellAnchor(anchor, row, column)}" : null);
        }
        return new HeatMap(
            isMultilabel ? "Decisions by label. The stronger the colour, the larger the share of the documents that have the label (or have it not)." : "Each row is a true label, each column the decision. The stronger the colour, the larger the share of the row.",
            isMultilabel ? "label" : "truth ↓ decision →",
            [.. columns.Select(column => isMultilabel ? Decisions[column] : confusion.Labels[column])],
            [.. confusion.Labels.Select((label, row) => (label, (IReadOnlyList<HeatCell>)[.. columns.Select(column => Cell(row, column))]))]);
    }

    /// <summary>Anchor of the list of a cell's articles.</summary>
    public static string CellAnchor(string anchor, int row, int column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{anchor}.{row + 1}.{column + 1}");

    /// <summary>What a cell is, as a heading: "favor taken for neutral".</summary>
    public static string NameOf(Confusion confusion, int row, int column, bool isMultilabel) => isMultilabel ? $"{confusion.Labels[row]}, {Decisions[column]}"
        : row == column ? $"{confusion.Labels[row]}, rightly given" : $"{confusion.Labels[row]} taken for {confusion.Labels[column]}";

    private static bool IsMistake(int row, int column, bool isMultilabel) => isMultilabel ? column is 1 or 2 : row != column;

    // Of a label's [tn, fp, fn, tp], those that have it not, or those that have it.
    private static int MultilabelWhole(IReadOnlyList<int> counts, int column) => column < 2 ? counts[0] + counts[1] : counts[2] + counts[3];

    private static string Describe(Confusion confusion, int row, int column, bool isMultilabel, int count, int whole) =>
        $"{NameOf(confusion, row, column, isMultilabel)}: {ReportFormat.Count(count)} of {ReportFormat.Count(whole)}";

    private static int LevelOf(int count, int whole, bool isMistake) =>
        count == 0 ? 0 : 1 + (isMistake ? WrongSteps : RightSteps).Count(step => count >= step * whole);
}
