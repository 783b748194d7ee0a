namespace TopicModel.Text;

/// <summary>
/// Tells by their form alone the sentences that only introduce what stands below them: headings ("III. Tổ chức thực hiện"),
/// introductions of a list ("Các bộ, ngành tập trung thực hiện:") and lines of nothing but names.
/// </summary>
internal static class ListForm
{
    /// <summary>Words of the longest heading, its number included.</summary>
    private const int MostHeadingWords = 12;

    /// <summary>Words of the longest introduction that says no more than that a list follows.</summary>
    private const int MostIntroductionWords = 25;

    /// <summary>Words of the longest name, as that of an author at the end.</summary>
    private const int MostNames = 4;

    /// <summary>
    /// Whether a whole line is a heading of what follows it: short, without a full stop, and numbered in Roman digits or in capitals alone; one with
    /// another number only if a list of its own begins below it. A line that the next number of the same kind follows is an item.
    /// </summary>
    /// <param name="line">The line, trimmed.</param>
    /// <param name="next">The sentence that follows; empty for none.</param>
    public static bool IsHeading(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        if (next.Length == 0 || HasStop(line) || CountWords(line, MostHeadingWords) > MostHeadingWords) return false;
        int? number = Ordinal.OfMark(line, out NumberStyle style), nextNumber = Ordinal.OfMark(next, out NumberStyle nextStyle);
        if (style != NumberStyle.None && style == nextStyle && nextNumber == number + 1) return false;
        if (style == NumberStyle.Roman || IsInCapitals(line)) return true;
        return style != NumberStyle.None && (StartsWithListMark(next) || (nextStyle != style && nextNumber == 1));
    }

    /// <summary>Whether a sentence says no more than that the list behind it follows: it is short and ends in a colon.</summary>
    /// <param name="sentence">The sentence, trimmed.</param>
    /// <param name="next">The sentence that follows; empty for none.</param>
    public static bool IsIntroduction(ReadOnlySpan<char> sentence, ReadOnlySpan<char> next) =>
        next.Length > 0 && sentence[^1] == ':' && (StartsWithListMark(next) || Ordinal.Of(next) == 1 || Ordinal.OfLine(next) == 1)
        && CountWords(sentence, MostIntroductionWords) <= MostIntroductionWords;

    /// <summary>Whether a whole line is nothing but a name: "Theo TTXVN", "Trọng Giáp".</summary>
    public static bool IsName(ReadOnlySpan<char> line)
    {
        if (HasStop(line) || CountWords(line, MostNames) is < 2 or > MostNames) return false;
        var tokens = new TokenReader(line, stackalloc char[TokenReader.BufferLength]);
        while (tokens.MoveNext()) if (!CharFolding.IsUpper(line[tokens.Start])) return false;
        return true;
    }

    /// <summary>Whether a sentence starts as a list item without a number does.</summary>
    public static bool StartsWithListMark(ReadOnlySpan<char> sentence) => sentence[0] is '-' or '–' or '—' or '•' or '*' or '+';

    /// <summary>Whether a line ends as a sentence or an item does, and not in a word, a bracket or a colon.</summary>
    private static bool HasStop(ReadOnlySpan<char> line) => line[^1] is not (':' or ')') && CharFolding.Table[line[^1]] == CharFolding.Separator;

    private static bool IsInCapitals(ReadOnlySpan<char> line)
    {
        bool any = false;
        foreach (char unit in line)
        {
            if (CharFolding.Table[unit] < CharFolding.FirstFolded || char.IsAsciiDigit(unit)) continue;
            if (!CharFolding.IsUpper(unit)) return false;
            any = true;
        }
        return any;
    }

    /// <summary>Words of a text; one more than the most when there are more.</summary>
    private static int CountWords(ReadOnlySpan<char> text, int most)
    {
        int count = 0;
        var tokens = new TokenReader(text, stackalloc char[TokenReader.BufferLength]);
        while (count <= most && tokens.MoveNext()) count++;
        return count;
    }
}
