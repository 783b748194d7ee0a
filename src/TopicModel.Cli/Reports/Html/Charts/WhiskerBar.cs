namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A bar of <see cref="WhiskerBars"/>.</summary>
/// <param name="Value">Where it ends; NaN for no bar.</param>
/// <param name="Low">Lower end of its whisker; null without one.</param>
/// <param name="High">Upper end of its whisker; null without one.</param>
/// <param name="Style">Class of the style sheet.</param>
/// <param name="Thickness">In CSS pixels.</param>
public sealed record WhiskerBar(double Value, double? Low, double? High, string Style, int Thickness = 8);
