using System.Text;

namespace TopicModel.Text;

/// <summary>
/// Finds what an archive leaves around an article and what says nothing of its topic: template marks ("{keywords}"), photo captions
/// and credits, agency sign-offs, the tail of links ("Các tin khác", "Mới nhất", "Phản hồi") and a title repeated as first line.
/// The text is not changed: the result is the ranges to read. Lines are compared as normalised tokens and measured without marks,
/// so upper case, decomposed and old-placement spellings are treated alike.
/// </summary>
internal static class BoilerplateCleaner
{
    /// <summary>Longer lines are article text, whatever they start with.</summary>
    private const int MaxLineLength = 240;

    /// <summary>The most that follows the colon of a credit.</summary>
    private const int MaxCreditLength = 50;

    /// <summary>The longest sign-off, and the longest credit without a colon.</summary>
    private const int MaxSignOffLength = 40;

    /// <summary>The longest template mark, both braces included.</summary>
    private const int MaxTemplateLength = 40;

    /// <summary>A tail of links is only cut in the second part of a text, from this share on.</summary>
    private const double TailFrom = 0.4;

    private const string Wrapping = "()[]* ";

    private static readonly PhraseSet Tails = new(
        "các tin khác", "tin khác", "tin liên quan", "tin cùng chuyên mục", "bài liên quan", "mới nhất", "tin mới nhất", "tin mới", "phản hồi",
        "ý kiến bạn đọc", "bình luận", "xem thêm", "đọc thêm", "đọc nhiều", "từ khóa", "chia sẻ bài viết", "gửi phản hồi", "gửi bình luận", "related news");

    /// <summary>What stands before a colon and a link or key words; the line goes, the article may go on behind it.</summary>
    private static readonly PhraseSet Links = new("tin liên quan", "bài liên quan", "xem thêm", "đọc thêm", "từ khóa");

    private static readonly PhraseSet Credits = new("ảnh", "ảnh minh họa", "ảnh tư liệu", "nguồn ảnh", "đồ họa");

    /// <summary>Credits in Vietnamese surroundings only: in English "Video: Diamond Speedstar" is what the text is about.</summary>
    private static readonly PhraseSet ForeignCredits = new("video", "clip", "photo");

    private static readonly PhraseSet SignOffs = new("theo", "nguồn", "ttxvn", "vov", "vnexpress", "tuổi trẻ", "vietnam", "bnews", "t h", "pv", "reuters", "afp", "xinhua");

    private static readonly PhraseSet Templates = new(
        "keyword", "keywords", "tag", "tags", "title", "description", "date", "author", "source", "image", "photo", "video", "ads", "related", "related_news");

    private enum LineKind { Article, Drop, Tail }

    /// <summary>
    /// Appends to <paramref name="kept"/> the ranges of <paramref name="text"/> to read, in order. <paramref name="title"/> may be
    /// empty; a first line that repeats it is left out. A text that would lose every line is read whole.
    /// </summary>
    public static void Clean(ReadOnlySpan<char> text, ReadOnlySpan<char> title, List<TextRange> kept)
    {
        int keptBefore = kept.Count, start = 0, textEnd = text.TrimEnd().Length;
        bool anyLine = false;
        while (start < textEnd)
        {
            int length = text[start..textEnd].IndexOf('\n');
            int end = length < 0 ? textEnd : start + length;
            TextRange line = new TextRange(start, end - start).Trim(text);
            start = end + 1;
            if (line.Length == 0) continue;
            LineKind kind = Classify(line.Of(text), (double)line.Start / text.Length);
            if (kind == LineKind.Article && anyLine && start >= textEnd && IsSignOff(line.Of(text)) && !Ascii.IsValid(text)) kind = LineKind.Drop;
            if (kind == LineKind.Tail) break;
            bool repeatsTitle = !anyLine && title.Length > 0 && !IsLonger(line.Of(text), MaxLineLength) && SameTokens(line.Of(text), title);
            anyLine = true;
            if (kind == LineKind.Article && !repeatsTitle) KeepWithoutTemplateMarks(text, line, kept);
        }
        if (kept.Count == keptBefore && textEnd > 0) kept.Add(new TextRange(0, text.Length).Trim(text));
    }

    private static LineKind Classify(ReadOnlySpan<char> line, double place)
    {
        if (IsLonger(line, MaxLineLength)) return LineKind.Article;
        int colon = line.IndexOf(':');
        if (IsCredit(line)) return LineKind.Drop;
        if (colon > 0 && colon < line.Length - 1) return Links.IsWholeLine(line[..colon]) ? LineKind.Drop : LineKind.Article;
        return place >= TailFrom && Tails.IsWholeLine(colon > 0 ? line[..colon] : line) ? LineKind.Tail : LineKind.Article;
    }

    /// <summary>"Ảnh: TTXVN", "(Ảnh minh họa)", and captions that end so: "Toàn cảnh phiên họp. Ảnh: Minh Anh".</summary>
    private static bool IsCredit(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> inner = line.Trim(Wrapping);
        int colon = inner.LastIndexOf(':');
        if (colon < 0) return line[0] is '(' or '[' && !IsLonger(line, MaxSignOffLength) && Credits.IsWholeLine(inner);
        if (IsLonger(inner[(colon + 1)..], MaxCreditLength)) return false;
        ReadOnlySpan<char> before = inner[..colon];
        // Not by LastIndexOfAny, whose tables take a cold process 2.1 ms to make (called once in a program of its own, 2026-11-29).
        int start = before.Length;
        while (start > 0 && !(before[start - 1] is '.' or '-' or '–' or '—' or '(' or '|' or '/')) start--;
        before = before[start..];
        return Credits.IsWholeLine(before) || (ForeignCredits.IsWholeLine(before) && !Ascii.IsValid(line));
    }

    /// <summary>
    /// A last line such as "(Theo TTXVN)", "TTXVN/Vietnam+" or "Theo Tuổi Trẻ Online": every word of it is capitalised. Not in a text
    /// of nothing but ASCII, where "Theo Smith" is somebody.
    /// </summary>
    private static bool IsSignOff(ReadOnlySpan<char> line)
    {
        if (IsLonger(line, MaxSignOffLength) || line[^1] == '.' || line.IndexOfAny(",;?!") >= 0) return false;
        if (!SignOffs.StartsLine(line.Trim(Wrapping))) return false;
        var tokens = new TokenReader(line, stackalloc char[TokenReader.BufferLength]);
        while (tokens.MoveNext())
            if (!CharFolding.IsUpper(line[tokens.Start]) && !char.IsAsciiDigit(line[tokens.Start]) && (tokens.Start == 0 || line[tokens.Start - 1] != '.')) return false;
        return true;
    }

    private static void KeepWithoutTemplateMarks(ReadOnlySpan<char> text, TextRange line, List<TextRange> kept)
    {
        int start = line.Start;
        for (int i = start; i < line.End; i++)
        {
            int brace = text[i..line.End].IndexOf('{');
            if (brace < 0) break;
            i += brace;
            int length = text[i..Math.Min(line.End, i + MaxTemplateLength)].IndexOf('}') + 1;
            if (length == 0 || !Templates.IsWholeLine(text.Slice(i, length))) continue;
            if (i > start) kept.Add(new TextRange(start, i - start));
            start = i + length;
            i = start - 1;
        }
        if (line.End > start) kept.Add(new TextRange(start, line.End - start));
    }

    /// <summary>Whether a line has more than so many characters, combining marks and invisible ones not counted.</summary>
    private static bool IsLonger(ReadOnlySpan<char> line, int limit)
    {
        if (line.Length <= limit) return false;
        foreach (char unit in line)
            if (CharFolding.Table[unit] is not (CharFolding.Combining or CharFolding.Ignorable) && --limit < 0) return true;
        return false;
    }

    private static bool SameTokens(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = new TokenReader(left, stackalloc char[TokenReader.BufferLength]);
        var second = new TokenReader(right, stackalloc char[TokenReader.BufferLength]);
        while (first.MoveNext())
            if (!second.MoveNext() || !first.Token.SequenceEqual(second.Token)) return false;
        return !second.MoveNext();
    }
}
