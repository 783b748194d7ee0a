namespace TopicModel.Text;

/// <summary>
/// Splits a text into sentences: at every line break, and behind ".", "!", "?" or "…" (with closing quotes and brackets) when white
/// space and the start of a sentence follow. Abbreviations ("TP. Hồ Chí Minh", "GS. TS."), initials and the number of a list item
/// ("1. Hoàn thiện ...") do not end one. Sentences are ranges of the caller's text, trimmed, in order.
/// </summary>
internal static class SentenceSplitter
{
    private static readonly string[] Abbreviations =
        ["tp", "ts", "ths", "gs", "pgs", "bs", "ks", "cn", "th", "tx", "tt", "q", "p", "đ", "mr", "mrs", "ms", "dr", "st", "no", "vs", "prof", "inc", "ltd", "co", "jr"];

    private static readonly PhraseSet Numbered = new("quý", "khóa", "kỳ", "kỷ", "cấp", "loại", "hạng", "phần", "chương");

    /// <summary>A longer word, marks included, is no abbreviation.</summary>
    private const int MaxAbbreviationUnits = 16;

    /// <summary>Appends the sentences of <paramref name="text"/> to <paramref name="sentences"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, List<TextRange> sentences) => Split(text, new TextRange(0, text.Length), sentences);

    /// <summary>Appends the sentences of one part of <paramref name="text"/> to <paramref name="sentences"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, TextRange part, List<TextRange> sentences)
    {
        ReadOnlySpan<char> read = text[..part.End];
        int start = part.Start, content = FirstContent(read, start);
        for (int i = start; i < read.Length; i++)
        {
            // Nearly all units are letters or blanks: passed first.
            if (read[i] is (> '?' and < '\u2026') or ' ' || !(IsLineBreak(read[i]) || read[i] is '.' or '!' or '?' or '…')) continue;
            int end = EndBehind(read, i);
            if (!IsLineBreak(read[i]) && (!StartsSentence(read, end) || (read[i] == '.' && IsAbbreviation(read, start, content, i))))
            {
                i = end - 1;
                continue;
            }
            Add(text, start, end, sentences);
            start = end;
            content = FirstContent(read, start);
            i = end - 1;
        }
        Add(text, start, part.End, sentences);
    }

    /// <summary>Whether a unit ends a line.</summary>
    public static bool IsLineBreak(char unit) => unit is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>Where a sentence's own text starts, behind list marks, quotes and brackets.</summary>
    private static int FirstContent(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsOpening(text[start])) start++;
        return start;
    }

    private static bool IsOpening(char unit) => unit is ' ' or '\t' or '\u00A0' or '\u200B' or '\uFEFF'
        or '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '-' or '–' or '—' or '•' or '*' or '+';

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextRange> sentences)
    {
        TextRange sentence = new TextRange(start, end - start).Trim(text);
        if (sentence.Length > 0) sentences.Add(sentence);
    }

    /// <summary>Passes repeated marks and closing quotes and brackets.</summary>
    private static int EndBehind(ReadOnlySpan<char> text, int stop)
    {
        int end = stop + 1;
        if (IsLineBreak(text[stop])) return end;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…') end++;
        while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')' or ']' or '»') end++;
        return end;
    }

    private static bool StartsSentence(ReadOnlySpan<char> text, int end)
    {
        int next = end;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00A0') next++;
        if (next >= text.Length || IsLineBreak(text[next])) return true;
        if (next == end) return false;
        next = Math.Min(FirstContent(text, next), text.Length - 1);
        return CharFolding.IsUpper(text[next]) || text[next] is >= '0' and <= '9';
    }

    /// <summary>
    /// Whether the full stop at <paramref name="stop"/> ends an abbreviation, an initial or the number of a list item. The sentence
    /// starts at <paramref name="start"/>, its own text at <paramref name="content"/>.
    /// </summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int content, int stop)
    {
        int wordStart = stop;
        while (wordStart > start && CharFolding.Table[text[wordStart - 1]] is >= CharFolding.FirstFolded or CharFolding.Combining or CharFolding.Ignorable)
        {
            wordStart--;
            if (stop - wordStart > MaxAbbreviationUnits) return false;
        }
        ReadOnlySpan<char> word = text[wordStart..stop];
        if (wordStart <= content && word.Length is > 0 and <= 3 && IsListNumber(word)) return true;
        if (word.Length == 0 || !CharFolding.IsUpper(word[0])) return false;
        var tokens = new TokenReader(word, stackalloc char[TokenReader.BufferLength]);
        if (!tokens.MoveNext()) return true;
        if (tokens.Token.Length == 1) return !(word is "I" or "V" or "X" && IsNumbered(text[start..wordStart]));
        foreach (string abbreviation in Abbreviations) if (tokens.Token.SequenceEqual(abbreviation)) return true;
        return false;
    }

    /// <summary>Whether what stands before a Roman number is numbered by it: "trong quý I.", "khóa X."; "Tổng thống V. Putin" is an initial.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \u00A0");
        int wordStart = before.LastIndexOfAny(" \t\u00A0") + 1;
        return before.Length - wordStart <= MaxAbbreviationUnits && Numbered.IsWholeLine(before[wordStart..]);
    }

    private static bool IsListNumber(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExceptInRange('0', '9') || !word.ContainsAnyExcept("IVX") || (word.Length == 1 && char.IsAsciiLetter(word[0]));
}
