namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>The two colours of a <see cref="HeatMap"/>.</summary>
public enum HeatTone
{
    /// <summary>What should be: blue.</summary>
    Right,

    /// <summary>What should not be: orange.</summary>
    Wrong,
}
