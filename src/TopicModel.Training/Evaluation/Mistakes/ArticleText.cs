using TopicModel.Training.Data;

namespace TopicModel.Training.Evaluation.Mistakes;

/// <summary>Short texts by which people recognise an article.</summary>
internal static class ArticleText
{
    private const int MaxTitle = 120, MaxSnippet = 300;

    /// <summary>The first line of the first text field that is not blank, at most 120 characters.</summary>
    public static string Title(Document document)
    {
        string text = Array.Find(document.Texts, text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "";
        int end = text.AsSpan().IndexOfAny('\n', '\r');
        return Shorten(end < 0 ? text : text[..end], MaxTitle);
    }

    /// <summary>What follows the title, as one line of at most 300 characters.</summary>
    public static string Snippet(Document document)
    {
        string[] texts = [.. document.Texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())];
        if (texts.Length == 0) return "";
        int end = texts[0].AsSpan().IndexOfAny('\n', '\r');
        string rest = end < 0 ? Title(document).EndsWith('…') && texts.Length == 1 ? texts[0] : "" : texts[0][end..];
        // Only the beginning is looked at: texts may be long.
        string start = string.Join(' ', texts.Skip(1).Prepend(rest).Select(text => text.Length > 2 * MaxSnippet ? text[..(2 * MaxSnippet)] : text));
        return Shorten(string.Join(' ', start.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MaxSnippet);
    }

    /// <summary>A text of at most so many UTF-16 units; a longer one is cut behind a word, where there is one, and ends in "…".</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        int cut = text.LastIndexOf(' ', length - 1, length / 2);
        if (cut <= 0) cut = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..cut].TrimEnd() + "…";
    }
}
