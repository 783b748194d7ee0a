using System.Globalization;
using System.Net;
using System.Text;

namespace TopicModel.Cli.Reports;

/// <summary>
/// An explanation as one HTML page without scripts or anything from elsewhere: for each label worth showing the article, green where
/// it speaks for the label and red where against; the probabilities of all labels; the sentences that were found.
/// </summary>
internal static class ExplanationHtml
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        """;

    private const string Style = """
        <style>
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff; }
        h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid #ccc; } h3 { font-size: 1rem; }
        table { border-collapse: collapse; } td, th { padding: .15rem .8rem .15rem 0; text-align: left; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        .field { color: #666; font-size: .85rem; margin: .8rem 0 0; } .text { white-space: pre-wrap; margin: 0; }
        mark { color: inherit; border-radius: .2rem; } .for1 { background: #d8f3d5; } .for2 { background: #8edb87; }
        .against1 { background: #fbdcd8; text-decoration: underline dotted #b00; } .against2 { background: #f5a79e; text-decoration: underline #b00; }
        </style>
        """;

    /// <summary>The page.</summary>
    public static string Write(ArticleExplanation explanation)
    {
        var html = new StringBuilder();
        html.Append(Head).Append(Invariant($"\n<title>{Escape(explanation.Row.Id)}</title>\n")).Append(Style);
        html.Append(Invariant($"\n</head>\n<body>\n<h1>{Escape(explanation.Row.Id)}</h1>\n"));
        html.Append("<p>Marked words speak <mark class=\"for2\">strongly for</mark>, <mark class=\"for1\">for</mark>, <mark class=\"against1\">against</mark> or <mark class=\"against2\">strongly against</mark> the label.</p>\n");
        foreach (TopicExplanation topic in explanation.Topics) Append(html, explanation, topic);
        foreach (TaskListFinding finding in explanation.TaskLists) Append(html, finding);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, ArticleExplanation explanation, TopicExplanation topic)
    {
        html.Append(Invariant($"<h2>{Escape(topic.Manifest.Name)}: {Escape(topic.Explanation.Prediction.ToString())}</h2>\n<table>\n<tr><th>label</th><th>probability</th></tr>\n"));
        for (int label = 0; label < topic.Explanation.Labels.Count; label++)
            html.Append(Invariant($"<tr><td>{Escape(topic.Explanation.Labels[label])}</td><td class=\"number\">{topic.Probability(label):0.000}</td></tr>\n"));
        html.Append("</table>\n");
        foreach (int label in topic.ShownLabels)
        {
            html.Append(Invariant($"<h3>Why {Escape(topic.Explanation.Labels[label])}</h3>\n"));
            foreach ((string field, string text) in explanation.Texts.Where(field => topic.Manifest.TextFields.Contains(field.Field)))
            {
                html.Append(Invariant($"<p class=\"field\">{Escape(field)}</p>\n<p class=\"text\">"));
                foreach (MarkedSegment segment in MarkedSegment.Of(topic.Explanation, label, field, text)) Append(html, segment);
                html.Append("</p>\n");
            }
        }
    }

    private static void Append(StringBuilder html, MarkedSegment segment)
    {
        if (segment.Level == 0) html.Append(Escape(segment.Text));
        else html.Append(Invariant($"<mark class=\"{(segment.Level > 0 ? "for" : "against")}{Math.Abs(segment.Level)}\" title=\"{ReportFormat.Signed(segment.Contribution)}\">{Escape(segment.Text)}</mark>"));
    }

    private static void Append(StringBuilder html, TaskListFinding finding)
    {
        html.Append(Invariant($"<h2>{Escape(finding.Name)}: {Escape(finding.Tasks.ToString())}</h2>\n<ul>\n"));
        foreach (TaskItem item in finding.Tasks.Items) html.Append(Invariant($"<li>{Escape(item.Text)} ({item.Probability:0.000})</li>\n"));
        html.Append("</ul>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
