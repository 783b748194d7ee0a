namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A bar in a plot, from one corner to the opposite one.</summary>
/// <param name="From">One corner.</param>
/// <param name="To">The opposite corner.</param>
/// <param name="Tip">What is told of it on pointing; empty for nothing.</param>
public sealed record PlotBar(PlotPoint From, PlotPoint To, string Tip);
