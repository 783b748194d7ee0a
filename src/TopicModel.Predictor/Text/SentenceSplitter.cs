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

    /// <summary>Appends the sentences of <paramref name="text"/> to <paramref name="sentences"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, List<TextRange> sentences) => Split(text, new TextRange(0, text.Length), sentences);

    /// <summary>Appends the sentences of one part of <paramref name="text"/> to <paramref name="sentences"/>.</summary>
    public static void Split(ReadOnlySpan<char> text, TextRange part, List<TextRange> sentences)
    {
        int start = part.Start;
        for (int i = part.Start; i < part.End; i++)
        {
            if (text[i] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                Add(text, start, i, sentences);
                start = i + 1;
            }
            else if (text[i] is '.' or '!' or '?' or '…')
            {
                int end = EndBehind(text[..part.End], i);
                if (StartsSentence(text[..part.End], end) && !(text[i] == '.' && IsAbbreviation(text, start, i)))
                {
                    Add(text, start, end, sentences);
                    start = end;
                }
                i = end - 1;
            }
        }
        Add(text, start, part.End, sentences);
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextRange> sentences)
    {
        TextRange sentence = new TextRange(start, end - start).Trim(text);
        if (sentence.Length > 0) sentences.Add(sentence);
    }

    /// <summary>Passes repeated marks and closing quotes and brackets.</summary>
    private static int EndBehind(ReadOnlySpan<char> text, int stop)
    {
        int end = stop + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…') end++;
        while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')' or ']' or '»') end++;
        return end;
    }

    private static bool StartsSentence(ReadOnlySpan<char> text, int end)
    {
        int next = end;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00A0') next++;
        if (next >= text.Length || text[next] is '\n' or '\r') return true;
        if (next == end) return false;
        while (next < text.Length - 1 && text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or ' ' or '-' or '–' or '—' or '•' or '*' or '+') next++;
        return CharFolding.IsUpper(text[next]) || text[next] is >= '0' and <= '9';
    }

    /// <summary>Whether the full stop at <paramref name="stop"/> ends an abbreviation, an initial or the number of a list item.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text, int sentenceStart, int stop)
    {
        int start = stop;
        while (start > sentenceStart && CharFolding.Table[text[start - 1]] >= CharFolding.FirstFolded) start--;
        ReadOnlySpan<char> word = text[start..stop];
        if (word.Length == 0) return false;
        bool first = text[sentenceStart..start].Trim(" \t\"“'(-–—•*+\u00A0").Length == 0;
        if (first && word.Length <= 3 && IsListNumber(word)) return true;
        if (word.Length == 1) return CharFolding.IsUpper(word[0]);
        if (word.Length > 4 || !CharFolding.IsUpper(word[0])) return false;
        Span<char> folded = stackalloc char[word.Length];
        for (int i = 0; i < word.Length; i++) folded[i] = (char)CharFolding.Table[word[i]];
        foreach (string abbreviation in Abbreviations) if (folded.SequenceEqual(abbreviation)) return true;
        return false;
    }

    private static bool IsListNumber(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExceptInRange('0', '9') || !word.ContainsAnyExcept("IVX") || (word.Length == 1 && char.IsAsciiLetter(word[0]));
}
