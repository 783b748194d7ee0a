using System.Buffers;

namespace TopicModel.Text;

/// <summary>
/// The number that an enumerating sentence gives itself: "Một là", "Hai, ", "Thứ nhất", "Việc thứ ba", "1.", "2)", "IV.", "b)".
/// </summary>
internal static class Ordinal
{
    /// <summary>White space, quotes and list marks in front of a number; brackets too.</summary>
    private const string Openings = " \t\u00A0\u200B\uFEFF\"“'(-–—•*+";

    /// <summary>A longer line is more than a number.</summary>
    private const int MaxLineLength = 40;

    private const int Ten = 10;

    private static readonly SearchValues<char> AsciiLettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly string[] Numerals = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>What is counted: "Việc thứ ba", "Nhóm nhiệm vụ thứ hai". An event ("Đại hội thứ tư") counts nothing here.</summary>
    private static readonly PhraseSet CountedThings = new(
        "việc", "điểm", "điều", "nhiệm vụ", "giải pháp", "vấn đề", "nội dung", "kiến nghị", "đề nghị", "yêu cầu", "nhóm nhiệm vụ", "nhóm giải pháp", "nhóm vấn đề");

    /// <summary>"Thứ ba tuần tới", "Thứ hai, ngày 5/3": days of the week.</summary>
    private static readonly PhraseSet WeekdayEndings = new("tuần", "ngày", "hằng tuần", "hàng tuần");

    /// <summary>The number at the start of <paramref name="sentence"/>, or null.</summary>
    public static int? Of(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence.TrimStart(Openings);
        return ReadMark(text, out _) ?? OfWords(text, out _);
    }

    /// <summary>The number in digits, Roman digits or a letter at the start of <paramref name="sentence"/>, and which of these it is; or null.</summary>
    public static int? OfMark(ReadOnlySpan<char> sentence, out NumberStyle style) => ReadMark(sentence.TrimStart(Openings), out style);

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
        const string closings = ".:,)/”";
        ReadOnlySpan<char> mark = line.Trim(Openings + closings);
        if (mark.Length is 0 or > MaxLineLength) return null;
        if (mark.ContainsAnyExcept(AsciiLettersAndDigits)) return OfWords(mark, out int end) is { } number && end == mark.Length ? number : null;
        if (!mark.ContainsAnyExceptInRange('0', '9')) return mark.Length <= 2 ? ToNumber(mark) : null;
        return mark.Length > 4 ? null : OfRoman(mark) ?? (mark.Length == 1 ? OfLetter(mark[0]) : null);
    }

    /// <summary>"1.", "2)", "3/", "IV.", "b)"; a number that goes on, as "3.500", is none.</summary>
    private static int? ReadMark(ReadOnlySpan<char> text, out NumberStyle style)
    {
        style = NumberStyle.None;
        int length = 0;
        while (length < 4 && length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        if (length == 0 || length + 1 >= text.Length || text[length] is not ('.' or ')' or '/') || char.IsAsciiDigit(text[length + 1])) return null;
        ReadOnlySpan<char> mark = text[..length];
        (style, int? number) = !mark.ContainsAnyExceptInRange('0', '9') ? (NumberStyle.Digits, length <= 2 ? ToNumber(mark) : null)
            : text[length] == ')' && length == 1 ? (NumberStyle.Letter, OfLetter(mark[0])) : (NumberStyle.Roman, OfRoman(mark));
        if (number is null) style = NumberStyle.None;
        return number;
    }

    private static int OfLetter(char letter) => (letter | 0x20) - 'a' + 1;

    private static int? ToNumber(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char digit in digits) number = number * Ten + digit - '0';
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

    /// <summary>A number in words; it ends before <paramref name="end"/>, "là" included.</summary>
    private static int? OfWords(ReadOnlySpan<char> text, out int end)
    {
        end = 0;
        int start = CountedThings.StartsLine(text) ? StartOfTh(text) : 0;
        var tokens = new TokenReader(text[start..], stackalloc char[TokenReader.BufferLength]);
        if (!tokens.MoveNext()) return null;
        bool th = tokens.Token is "thứ";
        if (th && !tokens.MoveNext()) return null;
        int number = Numeral(tokens.Token, th);
        if (number == 0) return null;
        end = start + tokens.End;
        bool goesOn = tokens.MoveNext();
        if (number == Ten && goesOn && Unit(tokens.Token) is var unit and > 0)
        {
            (number, end) = (Ten + unit, start + tokens.End);
            goesOn = tokens.MoveNext();
        }
        ReadOnlySpan<char> behind = text[end..];
        bool isLa = goesOn && tokens.Token is "là";
        bool isPause = behind.Length > 0 && behind[0] is ',' or ':' && goesOn && Numeral(tokens.Token, afterTh: false) == 0;
        if (isLa) end = start + tokens.End;
        if (th) return WeekdayEndings.StartsLine(behind) ? null : number;
        return isLa || isPause ? number : null;
    }

    /// <summary>Where "thứ" starts behind the thing that is counted; the end of the text when it does not follow.</summary>
    private static int StartOfTh(ReadOnlySpan<char> text)
    {
        const int longestThing = 3;
        var tokens = new TokenReader(text, stackalloc char[TokenReader.BufferLength]);
        for (int i = 0; i <= longestThing && tokens.MoveNext(); i++)
            if (tokens.Token is "thứ") return CountedThings.IsWholeLine(text[..tokens.Start]) ? tokens.Start : text.Length;
        return text.Length;
    }

    /// <summary>1 to 10, or 0.</summary>
    private static int Numeral(ReadOnlySpan<char> token, bool afterTh)
    {
        if (afterTh && token is "nhất") return 1;
        if (afterTh && token is "nhì") return 2;
        if (afterTh && token is "tư") return 4;
        for (int i = afterTh ? 1 : 0; i < Numerals.Length; i++) if (token.SequenceEqual(Numerals[i])) return i + 1;
        return 0;
    }

    /// <summary>What follows "mười": 1 to 9, or 0.</summary>
    private static int Unit(ReadOnlySpan<char> token) => token is "lăm" ? 5 : token is "mười" ? 0 : Numeral(token, afterTh: false);
}
