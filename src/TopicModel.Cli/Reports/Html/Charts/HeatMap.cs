namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A table of numbers whose cells are coloured by how large they are. See <see cref="HeatMapTable"/> for how it is drawn.</summary>
/// <param name="Caption">What it shows: one sentence.</param>
/// <param name="Corner">What rows and columns are: "truth ↓ decision →".</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Names of the rows with their cells, a cell for each column.</param>
public sealed record HeatMap(string Caption, string Corner, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, IReadOnlyList<HeatCell> Cells)> Rows)
{
    /// <summary>More columns than this, or one with a longer name than <see cref="LongestFlatName"/>, have their names turned upright.</summary>
    private const int MostFlatColumns = 6, LongestFlatName = 18;

    /// <summary>Whether the names of the columns stand upright to need less room.</summary>
    public bool IsUpright => Columns.Count > MostFlatColumns || Columns.Any(name => name.Length > LongestFlatName && Columns.Count > 2);
}
