namespace TopicModel.Text;

/// <summary>
/// The number that an enumerating sentence gives itself: "Một là", "Hai là", "Thứ nhất", "Thứ ba", "1.", "2)", "IV.", "b)".
/// </summary>
internal static class Ordinal
{
    private static readonly string[] Numerals = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>The number at the start of <paramref name="sentence"/>, or null.</summary>
    public static int? Of(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence.TrimStart(" \t\u00A0\u200B\uFEFF\"“'(-–—•*+");
        return OfMark(text) ?? OfWords(text);
    }

    /// <summary>"1.", "2)", "3/", "IV.", "b)"; a number that goes on, as "3.500", is none.</summary>
    private static int? OfMark(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < 4 && length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        if (length == 0 || length + 1 >= text.Length || text[length] is not ('.' or ')' or '/') || char.IsAsciiDigit(text[length + 1])) return null;
        ReadOnlySpan<char> mark = text[..length];
        if (!mark.ContainsAnyExceptInRange('0', '9')) return length <= 2 ? ToNumber(mark) : null;
        if (text[length] == ')' && length == 1) return (mark[0] | 0x20) - 'a' + 1;
        return OfRoman(mark);
    }

    private static int? ToNumber(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits) number = number * 10 + digit - '0';
        return number > 0 ? number : null;
    }

    private static int? OfRoman(ReadOnlySpan<char> mark)
    {
        int number = 0, before = 0;
        for (int i = mark.Length - 1; i >= 0; i--)
        {
            int value = mark[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            if (value == 0) return null;
            number += value < before ? -value : value;
            before = value;
        }
        return number;
    }

    private static int? OfWords(ReadOnlySpan<char> text)
    {
        var tokens = new TokenReader(text, stackalloc char[TokenReader.BufferLength]);
        if (!tokens.MoveNext()) return null;
        bool th = tokens.Token is "thứ";
        if (th && !tokens.MoveNext()) return null;
        int number = Numeral(tokens.Token, th);
        if (number == 0) return null;
        return th || (tokens.MoveNext() && tokens.Token is "là") ? number : null;
    }

    private static int Numeral(ReadOnlySpan<char> token, bool afterTh)
    {
        if (afterTh && token is "nhất") return 1;
        if (afterTh && token is "nhì") return 2;
        if (afterTh && token is "tư") return 4;
        for (int i = afterTh ? 1 : 0; i < Numerals.Length; i++) if (token.SequenceEqual(Numerals[i])) return i + 1;
        return 0;
    }
}
