namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>A cell of a <see cref="HeatMap"/>.</summary>
/// <param name="Text">What is written in it.</param>
/// <param name="Tip">What is told of it on pointing.</param>
/// <param name="Tone">Which of two colours it has.</param>
/// <param name="Level">How strong the colour is, 0 (none) to 5.</param>
/// <param name="Href">Where it leads to; null for nowhere.</param>
public sealed record HeatCell(string Text, string Tip, HeatTone Tone, int Level, string? Href = null);
