namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A place in a plot.</summary>
/// <param name="X">On the horizontal axis, in its values.</param>
/// <param name="Y">On the vertical axis, in its values.</param>
public readonly record struct PlotPoint(double X, double Y);
