namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A chart with two axes. It knows nothing of classifiers; see <see cref="PlotChart"/> for how it is drawn.</summary>
public sealed record Plot
{
    /// <summary>What it shows, for those who cannot see it and for the pointer: one line.</summary>
    public required string Title { get; init; }

    /// <summary>What can be read off it, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>From left to right.</summary>
    public required Axis X { get; init; }

    /// <summary>From the bottom up.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, the lowest first.</summary>
    public required IReadOnlyList<PlotLayer> Layers { get; init; }

    /// <summary>Its size.</summary>
    public PlotSize Size { get; init; } = PlotSize.Full;

    /// <summary>Distance of a value of <see cref="X"/> from the left edge of the drawing.</summary>
    internal double Across(double x) => Size.Left + X.ShareOf(x) * (Size.Width - Size.Left - Size.Right);

    /// <summary>Distance of a value of <see cref="Y"/> from the upper edge of the drawing.</summary>
    internal double Down(double y) => Size.Height - Size.Bottom - Y.ShareOf(y) * (Size.Height - Size.Top - Size.Bottom);

    /// <summary>The points of a line as the attribute "d" of a path.</summary>
    internal string Path(IReadOnlyList<PlotPoint> points) =>
        string.Concat(points.Select((point, i) => $"{(i == 0 ? "M" : "L")}{Svg.At(Across(point.X))} {Svg.At(Down(point.Y))}"));
}
