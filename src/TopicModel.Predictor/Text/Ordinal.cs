using System.Buffers;

namespace TopicModel.Text;

/// <summary>
/// The number that an enumerating sentence gives itself: "Một là", "Hai là", "Thứ nhất", "Thứ ba", "1.", "2)", "IV.", "b)".
/// </summary>
internal static class Ordinal
{
    /// <summary>No number in words is longer, however it is composed ("thứ mười").</summary>
    private const int MaxWordsLength = 24;

    private static readonly SearchValues<char> AsciiLettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Numerals = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>The number at the start of <paramref name="sentence"/>, or null.</summary>
    public static int? Of(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence.TrimStart(" \t\u00A0\u200B\uFEFF\"“'(-–—•*+");
        return OfMark(text) ?? OfWords(text);
    }

    /// <summary>
    /// The number that follows a colon in a sentence that introduces a list and starts it: "... yêu cầu: Một là, ..."; null when there
    /// is none, or when the sentence goes on to the next number.
    /// </summary>
    public static int? BehindColon(ReadOnlySpan<char> sentence)
    {
        int? found = null;
        foreach (Range range in sentence.SplitAny(":;"))
        {
            if (range.Start.Value == 0 || Of(sentence[range]) is not { } number) continue;
            if (found is not null) return null;
            found = number;
        }
        return found;
    }

    /// <summary>The number that a line is, which has nothing else: "3.", "(b)", "IV", "Ba là:"; or null.</summary>
    public static int? OfLine(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> mark = line.Trim(" \t\u00A0\u200B\uFEFF\"“”'(-–—•*+.:,)/");
        if (mark.Length is 0 or > MaxWordsLength) return null;
        if (mark.Length <= 4 && !mark.ContainsAnyExcept(AsciiLettersAndDigits))
        {
            if (!mark.ContainsAnyExceptInRange('0', '9')) return mark.Length <= 2 ? ToNumber(mark) : null;
            return OfRoman(mark) ?? (mark.Length == 1 ? (mark[0] | 0x20) - 'a' + 1 : null);
        }
        var tokens = new TokenReader(mark, stackalloc char[TokenReader.BufferLength]);
        bool isTwo = tokens.MoveNext() && tokens.MoveNext() && !tokens.MoveNext();
        return isTwo ? OfWords(mark) : null;
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
