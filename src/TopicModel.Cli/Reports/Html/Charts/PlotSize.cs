namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>
/// The size of a plot with its margins, in units of the drawing, which are about CSS pixels: both sizes are as wide as a column on a phone,
/// so that letters keep their size from the phone to the desk.
/// </summary>
/// <param name="Width">Of the whole.</param>
/// <param name="Height">Of the whole.</param>
/// <param name="Left">Room for the labels of the vertical axis.</param>
/// <param name="Right">Room for half the last label of the horizontal axis.</param>
/// <param name="Top">Room for the title of the vertical axis.</param>
/// <param name="Bottom">Room for labels and title of the horizontal axis.</param>
public sealed record PlotSize(double Width, double Height, double Left, double Right, double Top, double Bottom)
{
    /// <summary>One on a phone beside nothing else.</summary>
    public static PlotSize Full { get; } = new(328, 232, 40, 20, 22, 38);

    /// <summary>Two beside each other on a phone; axes have no titles.</summary>
    public static PlotSize Small { get; } = new(156, 132, 16, 8, 8, 18);
}
