using System.Globalization;
using System.Text;

namespace TopicModel.Rendering;

/// <summary>Explanations as text for a terminal or a file.</summary>
/// <param name="markup">How marks are shown.</param>
/// <param name="width">Characters of a line, 0 for no limit. A longer word has a line of its own.</param>
internal sealed class TextRendering(TextMarkup markup, int width)
{
    private const int TermCount = 8, LabelCount = 3;
    private const string Reset = "\u001b[0m";

    /// <summary>"favor +0.532, against -0.410": contributions to the labels that they matter most to.</summary>
    public static string Describe(IReadOnlyList<string> labels, IReadOnlyList<double> contributions) => string.Join(", ",
        Enumerable.Range(0, contributions.Count).OrderByDescending(label => Math.Abs(contributions[label])).Take(LabelCount)
            .Select(label => string.Create(CultureInfo.InvariantCulture, $"{labels[label]} {contributions[label]:+0.000;-0.000}")));

    /// <summary>"hợp tác +0.532".</summary>
    public static string Describe(EvidenceTerm term, int label) =>
        string.Create(CultureInfo.InvariantCulture, $"{Printable(OneLine(term.Text))} {term.Contributions[label]:+0.000;-0.000}");

    /// <summary>A term or a sentence may stretch over the end of a line.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>For each label: why, the strongest terms for and against it, and each field's text with its marks. Lines end in line feeds.</summary>
    public string Render(Explanation explanation, IEnumerable<int> labels)
    {
        var text = new StringBuilder();
        foreach (int label in labels)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"why {explanation.Labels[label]} ({explanation.Probability(label):0.000}):\n");
            text.Append(CultureInfo.InvariantCulture, $"  for:     {Terms(explanation, label, against: false)}\n  against: {Terms(explanation, label, against: true)}\n");
            foreach ((string field, string content) in explanation.Texts)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{field}]\n");
                AppendMarked(text, MarkedSegment.Of(explanation, label, field, content));
                text.Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Terms(Explanation explanation, int label, bool against) =>
        string.Join(", ", explanation.Strongest(label, TermCount, against).Select(term => Describe(term, label))) is { Length: > 0 } terms ? terms : "nothing";

    private void AppendMarked(StringBuilder text, IReadOnlyList<MarkedSegment> segments)
    {
        int column = 0;
        foreach (MarkedSegment segment in segments)
        {
            (string before, string behind) = Marks(segment.Level);
            text.Append(before);
            if (width > 0) AppendWrapped(text, segment.Text, ref column);
            else text.Append(Printable(segment.Text));
            text.Append(behind);
        }
    }

    private (string Before, string Behind) Marks(int level)
    {
        if (level == 0) return ("", "");
        if (markup == TextMarkup.Plain) return ($"[{new string(level > 0 ? '+' : '-', Math.Abs(level))}", "]");
        // Green, black on green, red underlined, white on red underlined.
        return (level switch { 1 => "\u001b[32m", 2 => "\u001b[30;42m", -1 => "\u001b[4;31m", _ => "\u001b[4;97;41m" }, Reset);
    }

    /// <summary>Breaks lines at blanks, which then are left out.</summary>
    private void AppendWrapped(StringBuilder text, string segment, ref int column)
    {
        for (int i = 0; i < segment.Length;)
        {
            int end = i + 1;
            bool isBlank = IsBlank(segment[i]);
            while (end < segment.Length && IsBlank(segment[end]) == isBlank && segment[end] != '\n' && segment[i] != '\n') end++;
            if (segment[i] == '\n' || (column > 0 && column + end - i > width))
            {
                text.Append('\n');
                column = 0;
            }
            if (!isBlank || (column > 0 && segment[i] != '\n'))
            {
                text.Append(Printable(segment[i..end]));
                column += end - i;
            }
            i = end;
        }
    }

    private static bool IsBlank(char unit) => unit is ' ' or '\t' or '\n';

    /// <summary>An article must not command the terminal: no escape sequences, no carriage returns.</summary>
    public static string Printable(string text) =>
        text.Any(IsCommand) ? string.Concat(text.Where(unit => !IsCommand(unit))) : text;

    private static bool IsCommand(char unit) => char.IsControl(unit) && unit is not ('\n' or '\t');
}
