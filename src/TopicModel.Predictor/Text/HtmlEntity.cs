using System.Net;

namespace TopicModel.Text;

/// <summary>HTML character references ("&amp;agrave;", "&amp;#7879;", "&amp;#x1EC7;") that editors leave in article text.</summary>
internal static class HtmlEntity
{
    /// <summary>The longest reference that is looked for, ampersand and semicolon included.</summary>
    private const int MaxLength = 12;

    /// <summary>
    /// Reads a reference at the start of <paramref name="text"/>. Returns its length in the text and what it stands for (one or two
    /// UTF-16 units), or 0 when the ampersand is only an ampersand.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, out string decoded)
    {
        decoded = "";
        int end = text[..Math.Min(text.Length, MaxLength)].IndexOf(';');
        if (end < 3 || text[1..end].ContainsAnyExcept(NameCharacters)) return 0;
        string reference = text[..(end + 1)].ToString();
        decoded = WebUtility.HtmlDecode(reference);
        return decoded == reference ? 0 : reference.Length;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
