using System.Globalization;

namespace TopicModel.Cli.Reports.Html.Charts;

/// <summary>Numbers as SVG has them: invariant, no more decimals than can be seen.</summary>
internal static class Svg
{
    /// <summary>A length in units of the drawing, with one decimal.</summary>
    public static string At(double length) => Math.Round(length, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share of the drawing's width as a percentage with two decimals: "12.5%".</summary>
    /// <param name="share">0 to 1.</param>
    public static string Percent(double share) => Math.Round(100 * share, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
