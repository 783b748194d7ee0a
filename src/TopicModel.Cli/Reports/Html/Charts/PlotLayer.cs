namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>Marks of one kind in a plot; later layers are drawn over earlier ones.</summary>
/// <param name="Style">Class of the style sheet: "strong", "weak", "dashed", …</param>
public abstract record PlotLayer(string Style);

/// <summary>A line through points.</summary>
/// <param name="Points">In the order in which they are joined.</param>
/// <param name="Style">Class of the style sheet.</param>
public sealed record LineLayer(IReadOnlyList<PlotPoint> Points, string Style) : PlotLayer(Style);

/// <summary>Dots.</summary>
/// <param name="Dots">In any order.</param>
/// <param name="Style">Class of the style sheet.</param>
public sealed record DotLayer(IReadOnlyList<PlotDot> Dots, string Style) : PlotLayer(Style);

/// <summary>Bars.</summary>
/// <param name="Bars">In any order.</param>
/// <param name="Style">Class of the style sheet.</param>
public sealed record BarLayer(IReadOnlyList<PlotBar> Bars, string Style) : PlotLayer(Style);
