namespace TopicModel.Text;

/// <summary>
/// Finds what an archive leaves around an article and what says nothing of its topic: template marks ("{keywords}"), photo captions
/// and credits, agency sign-offs, the tail of links ("Các tin khác", "Mới nhất", "Phản hồi") and a title repeated as first line.
/// The text is not changed: the result is the ranges to read. Lines are compared as normalised tokens, so upper case, decomposed
/// and old-placement spellings are recognised too.
/// </summary>
internal static class BoilerplateCleaner
{
    /// <summary>Longer lines are article text, whatever they start with.</summary>
    private const int MaxLineLength = 240;

    /// <summary>A tail of links is only cut in the second part of a text, from this share on.</summary>
    private const double TailFrom = 0.4;

    private static readonly PhraseSet Tails = new(
        "các tin khác", "tin khác", "tin liên quan", "tin cùng chuyên mục", "bài liên quan", "mới nhất", "tin mới nhất", "tin mới", "phản hồi",
        "ý kiến bạn đọc", "bình luận", "xem thêm", "đọc thêm", "đọc nhiều", "từ khóa", "chia sẻ bài viết", "gửi phản hồi", "gửi bình luận", "related news");

    private static readonly PhraseSet Credits = new("ảnh", "ảnh minh họa", "ảnh tư liệu", "nguồn ảnh", "đồ họa", "video", "clip", "photo");

    private static readonly PhraseSet SignOffs = new("theo", "nguồn", "ttxvn", "vov", "vnexpress", "tuổi trẻ", "vietnam", "bnews", "t h", "pv", "reuters", "afp", "xinhua");

    /// <summary>
    /// Appends to <paramref name="kept"/> the ranges of <paramref name="text"/> to read, in order. <paramref name="title"/> may be
    /// empty; a first line that repeats it is left out.
    /// </summary>
    public static void Clean(ReadOnlySpan<char> text, ReadOnlySpan<char> title, List<TextRange> kept)
    {
        int start = 0;
        bool anyLine = false;
        while (start < text.Length)
        {
            int length = text[start..].IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            TextRange line = new TextRange(start, end - start).Trim(text);
            start = end + 1;
            if (line.Length == 0) continue;
            LineKind kind = Classify(line.Of(text), (double)line.Start / text.Length, isLast: start >= text.Length);
            if (kind == LineKind.Tail) return;
            bool repeatsTitle = !anyLine && title.Length > 0 && line.Length <= MaxLineLength && SameTokens(line.Of(text), title);
            anyLine = true;
            if (kind == LineKind.Article && !repeatsTitle) KeepWithoutTemplateMarks(text, line, kept);
        }
    }

    private enum LineKind { Article, Drop, Tail }

    private static LineKind Classify(ReadOnlySpan<char> line, double place, bool isLast)
    {
        if (line.Length > MaxLineLength) return LineKind.Article;
        if (IsCredit(line)) return LineKind.Drop;
        if (place >= TailFrom && Tails.IsWholeLine(UpToColon(line))) return LineKind.Tail;
        return isLast && IsSignOff(line) ? LineKind.Drop : LineKind.Article;
    }

    /// <summary>"Ảnh: TTXVN", "(Ảnh minh họa)", and captions that end so: "Toàn cảnh phiên họp. Ảnh: Minh Anh".</summary>
    private static bool IsCredit(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> inner = line.Trim("()[]* ");
        int colon = inner.LastIndexOf(':');
        if (colon < 0) return line.Length < 40 && line[0] is '(' or '[' && Credits.IsWholeLine(inner);
        if (inner.Length - colon > 50) return false;
        ReadOnlySpan<char> before = inner[..colon];
        int lastBreak = before.LastIndexOfAny(CaptionBreaks);
        return Credits.IsWholeLine(lastBreak < 0 ? before : before[(lastBreak + 1)..]);
    }

    /// <summary>A last line such as "(Theo TTXVN)", "TTXVN/Vietnam+" or "Theo Tuổi Trẻ Online".</summary>
    private static bool IsSignOff(ReadOnlySpan<char> line) =>
        line.Length <= 40 && line[^1] != '.' && line.IndexOfAny(",;?!") < 0 && SignOffs.StartsLine(line.Trim("()[]* "));

    private static ReadOnlySpan<char> UpToColon(ReadOnlySpan<char> line) => line.IndexOf(':') is var colon and > 0 ? line[..colon] : line;

    private static void KeepWithoutTemplateMarks(ReadOnlySpan<char> text, TextRange line, List<TextRange> kept)
    {
        int start = line.Start;
        for (int i = line.Start; i < line.End; i++)
        {
            if (text[i] != '{') continue;
            int length = text[i..Math.Min(line.End, i + 40)].IndexOf('}');
            if (length < 0 || text.Slice(i + 1, length - 1).ContainsAnyExcept(TemplateCharacters)) continue;
            if (i > start) kept.Add(new TextRange(start, i - start));
            start = i + length + 1;
            i = start - 1;
        }
        if (line.End > start) kept.Add(new TextRange(start, line.End - start));
    }

    private static bool SameTokens(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = new TokenReader(left, stackalloc char[TokenReader.BufferLength]);
        var second = new TokenReader(right, stackalloc char[TokenReader.BufferLength]);
        while (first.MoveNext())
            if (!second.MoveNext() || !first.Token.SequenceEqual(second.Token)) return false;
        return !second.MoveNext();
    }

    private static readonly System.Buffers.SearchValues<char> CaptionBreaks = System.Buffers.SearchValues.Create(".-–—(|/");

    private static readonly System.Buffers.SearchValues<char> TemplateCharacters =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.$ ");
}
