namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Value">Where it is.</param>
/// <param name="Text">What is written there; empty for a line without text.</param>
public sealed record AxisTick(double Value, string Text);
