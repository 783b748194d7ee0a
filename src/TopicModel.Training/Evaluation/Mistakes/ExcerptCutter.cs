using TopicModel.Text;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>Cuts the parts out of an article that show why a decision was taken.</summary>
internal static class ExcerptCutter
{
    /// <summary>Characters of all excerpts together, and around the words that an excerpt is made for.</summary>
    private const int MaxCharacters = 600, Around = 90;

    /// <summary>Share of the strongest push from which words are marked.</summary>
    private const double Weakest = 0.15;

    /// <summary>
    /// Windows around the words that pushed most, the strongest first until there is no room, then put in reading order; windows that touch
    /// are one excerpt.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="fields">Names of its fields, in reading order.</param>
    /// <param name="spans">Words with what they did, not overlapping, in reading order.</param>
    public static IReadOnlyList<Excerpt> Cut(Article article, IReadOnlyList<string> fields, IReadOnlyList<PushedSpan> spans)
    {
        double strongest = spans.Select(span => Math.Abs(span.Push)).DefaultIfEmpty(0).Max();
        if (strongest == 0) return [];
        var windows = new List<(int Field, TextRange Range)>();
        foreach (PushedSpan span in spans.Where(span => span.Push >= Weakest * strongest).OrderByDescending(span => span.Push))
        {
            int field = fields.IndexOfName(span.Field);
            List<(int Field, TextRange Range)> wider = Join([.. windows, (field, Window(article[span.Field], span))]);
            if (wider.Sum(window => window.Range.Length) > MaxCharacters && windows.Count > 0) continue;
            windows = wider;
        }
        return [.. windows.Select(window => Excerpt(fields[window.Field], article[fields[window.Field]], window.Range, spans, strongest))];
    }

    /// <summary>The surroundings of words, from blank to blank.</summary>
    private static TextRange Window(string text, PushedSpan span)
    {
        int start = Math.Max(0, span.Start - Around), end = Math.Min(text.Length, span.End + Around);
        while (start > 0 && start < span.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        while (end < text.Length && end > span.End && !char.IsWhiteSpace(text[end])) end--;
        return new TextRange(start, end - start);
    }

    private static List<(int Field, TextRange Range)> Join(IEnumerable<(int Field, TextRange Range)> windows)
    {
        var joined = new List<(int Field, TextRange Range)>();
        foreach ((int field, TextRange range) in windows.OrderBy(window => window.Field).ThenBy(window => window.Range.Start))
        {
            if (joined is [.., var last] && last.Field == field && range.Start <= last.Range.End + 1)
                joined[^1] = (field, new TextRange(last.Range.Start, Math.Max(last.Range.End, range.End) - last.Range.Start));
            else joined.Add((field, range));
        }
        return joined;
    }

    private static Excerpt Excerpt(string field, string text, TextRange range, IReadOnlyList<PushedSpan> spans, double strongest)
    {
        ExcerptMark[] marks = [.. spans
            .Where(span => span.Field == field && span.Start >= range.Start && span.End <= range.End && Math.Abs(span.Push) >= Weakest * strongest)
            .Select(span => new ExcerptMark(span.Start - range.Start, span.Length, span.Push, span.Push / strongest))];
        return new Excerpt(field, range.Of(text).ToString(), range.Start > 0, range.End < text.Length, marks);
    }

    private static int IndexOfName(this IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++) if (names[i] == name) return i;
        throw new ArgumentException($"'{name}' is none of {string.Join(", ", names)}", nameof(name));
    }
}
