using System.Globalization;
using System.Text;

namespace TopicModel.Cli.Reports.Html;

/// <summary>Names of places in the page, which links lead to. They depend on names alone, so that a link into a report works in the next one too.</summary>
internal static class Anchor
{
    /// <summary>
    /// Joins parts by full stops: "task-list" and "labels" are "task-list.labels". ASCII letters, digits, '-' and '_' of a part stay, every other
    /// character is its four hexadecimal digits behind a '~', so that different parts give different anchors.
    /// </summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var anchor = new StringBuilder();
        foreach (string part in parts)
        {
            if (anchor.Length > 0) anchor.Append('.');
            foreach (char character in part)
            {
                if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_') anchor.Append(character);
                else anchor.Append('~').Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }
        return anchor.ToString();
    }
}
