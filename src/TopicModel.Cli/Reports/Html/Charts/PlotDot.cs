namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A dot in a plot, with a whisker where there is an interval.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Tip">What is told of it on pointing; empty for nothing.</param>
/// <param name="Radius">In units of the drawing.</param>
/// <param name="Low">Lower end of the whisker; null without one.</param>
/// <param name="High">Upper end of the whisker; null without one.</param>
public sealed record PlotDot(PlotPoint At, string Tip, double Radius = 3.5, double? Low = null, double? High = null);
