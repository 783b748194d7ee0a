using System.Globalization;
using System.Net;
using System.Text;

namespace TopicModel.Rendering;

/// <summary>Explanations as HTML fragments.</summary>
internal static class HtmlRendering
{
    /// <summary>Blue speaks for, orange and underlined against: told apart by colour-blind readers, in print, and on light and dark pages.</summary>
    public const string Style = """
        .tm-field { opacity: .7; font-size: .85em; margin: .8em 0 0; }
        .tm-text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
        .tm-text mark { color: inherit; border-radius: .2em; background: none; }
        mark.tm-for1 { background: #d6e6fa; } mark.tm-for2 { background: #9cc4f2; font-weight: 600; }
        mark.tm-against1 { background: #fbe3cd; text-decoration: underline dotted; } mark.tm-against2 { background: #f7bd86; text-decoration: underline; font-weight: 600; }
        @media (prefers-color-scheme: dark) {
          mark.tm-for1 { background: #1d3a5c; } mark.tm-for2 { background: #2a5f9e; } mark.tm-against1 { background: #54341a; } mark.tm-against2 { background: #8a4d14; }
        }
        """;

    /// <summary>One section a label: a heading, and each field's text with its marks.</summary>
    public static string Fragment(Explanation explanation, IEnumerable<int> labels)
    {
        var html = new StringBuilder();
        foreach (int label in labels)
        {
            html.Append(Invariant($"<section class=\"tm-explanation\">\n<h3>Why {Escape(explanation.Labels[label])} ({explanation.Probability(label):0.000})</h3>\n"));
            foreach ((string field, string text) in explanation.Texts)
            {
                html.Append(Invariant($"<p class=\"tm-field\">{Escape(field)}</p>\n<p class=\"tm-text\" dir=\"auto\">"));
                foreach (MarkedSegment segment in MarkedSegment.Of(explanation, label, field, text)) Append(html, segment);
                html.Append("</p>\n");
            }
            html.Append("</section>\n");
        }
        return html.ToString();
    }

    private static void Append(StringBuilder html, MarkedSegment segment)
    {
        if (segment.Level == 0) html.Append(Escape(segment.Text));
        else html.Append(Invariant($"<mark class=\"{ClassOf(segment.Level)}\" title=\"{segment.Contribution:+0.000;-0.000}\">{Escape(segment.Text)}</mark>"));
    }

    private static string ClassOf(int level) => level switch { 2 => "tm-for2", 1 => "tm-for1", -1 => "tm-against1", _ => "tm-against2" };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
