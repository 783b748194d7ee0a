namespace TopicModel.Text;

/// <summary>A part of a text: <paramref name="Start"/> and <paramref name="Length"/> in UTF-16 units, 0-based.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The first unit behind the range.</summary>
    public int End => Start + Length;

    /// <summary>The range's part of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>The range without white space at both ends.</summary>
    public TextRange Trim(ReadOnlySpan<char> text)
    {
        int start = Start, end = End;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextRange(start, end - start);
    }
}
