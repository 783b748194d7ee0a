using System.Globalization;
using System.Net;
using System.Text;

namespace TopicModel.Cli.Reports;

/// <summary>
/// An explanation as one HTML page without scripts or anything from elsewhere: for each label worth showing the article, marked where
/// it speaks for the label and where against; the probabilities of all labels; the sentences that were found.
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
        :root { color-scheme: light dark; }
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.3rem; } h2 { font-size: 1.1rem; margin-top: 2rem; border-bottom: 1px solid #ccc; } h3 { font-size: 1rem; }
        table { border-collapse: collapse; } td, th { padding: .15rem .8rem .15rem 0; text-align: left; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
        """;

    /// <summary>The page.</summary>
    public static string Write(ArticleExplanation explanation)
    {
        var html = new StringBuilder();
        html.Append(Head).Append(Invariant($"\n<title>{Escape(explanation.Row.Id)}</title>\n<style>\n{Style}\n{Explanation.HtmlStyle}\n</style>\n"));
        html.Append(Invariant($"</head>\n<body>\n<h1>{Escape(explanation.Row.Id)}</h1>\n"));
        html.Append("<p class=\"tm-text\">Marked words speak <mark class=\"tm-for2\">strongly for</mark>, <mark class=\"tm-for1\">for</mark>, <mark class=\"tm-against1\">against</mark> or <mark class=\"tm-against2\">strongly against</mark> the label.</p>\n");
        foreach (TopicExplanation topic in explanation.Topics) Append(html, topic);
        foreach (TaskListFinding finding in explanation.TaskLists) Append(html, finding);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, TopicExplanation topic)
    {
        Explanation explanation = topic.Explanation;
        html.Append(Invariant($"<h2>{Escape(topic.Name)}: {Escape(explanation.Prediction.ToString())}</h2>\n<table>\n<tr><th>label</th><th>probability</th></tr>\n"));
        foreach ((string label, double probability) in explanation.Prediction.Scores)
            html.Append(Invariant($"<tr><td>{Escape(label)}</td><td class=\"number\">{probability:0.000}</td></tr>\n"));
        html.Append("</table>\n").Append(explanation.ToHtml());
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
