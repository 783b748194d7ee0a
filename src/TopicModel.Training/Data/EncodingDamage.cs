using System.Buffers;
using System.Text;

namespace TopicModel.Training.Data;

/// <summary>
/// Finds text that went through a wrong encoding on its way: the replacement character U+FFFD, and UTF-8 that was read as Latin-1 or
/// Windows-1252 (á as "Ã¡", ệ as "á»‡"). Such text is told by sequences that, turned back into bytes, are UTF-8 of a letter with a
/// diacritic or of typographic punctuation; in real text such sequences do not stand together.
/// </summary>
internal static class EncodingDamage
{
    /// <summary>[byte - 0x80] -> Windows-1252 character of the bytes 0x80 to 0x9F; 0 where it has none.</summary>
    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    /// <summary>First bytes of the UTF-8 sequences that matter, as characters, and U+FFFD.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("\u00C2\u00C3\u00C4\u00C5\u00C6\u00CC\u00CD\u00E1\u00E2\uFFFD");

    /// <summary>The first damaged sequence of a text; null when there is none.</summary>
    public static string? Find(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int next = text.AsSpan(i).IndexOfAny(Starts);
            if (next < 0) return null;
            i += next;
            int length = text[i] == '\uFFFD' ? 1 : DamagedLength(text.AsSpan(i));
            if (length > 0) return text.Substring(i, length);
        }
        return null;
    }

    /// <summary>Length of the damaged sequence at the start of a text, 0 when there is none.</summary>
    private static int DamagedLength(ReadOnlySpan<char> text)
    {
        int length = text[0] < 'à' ? 2 : 3;
        if (text.Length < length) return 0;
        Span<byte> bytes = stackalloc byte[length];
        bytes[0] = (byte)text[0];
        for (int i = 1; i < length; i++) bytes[i] = ToByte(text[i]);
        return Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed) == OperationStatus.Done && consumed == length && IsTelling(rune.Value) ? length : 0;
    }

    /// <summary>The byte that a wrong decoder made the character of; 0 for none that may follow the first.</summary>
    private static byte ToByte(char unit)
    {
        if (unit is >= '\u0080' and <= '\u00BF') return (byte)unit;
        int index = unit == 0 ? -1 : Windows1252.IndexOf(unit);
        return index < 0 ? (byte)0 : (byte)(0x80 + index);
    }

    /// <summary>Latin letters with diacritics, combining marks, letters of Vietnamese, quotation marks, dashes and the like.</summary>
    private static bool IsTelling(int character) =>
        character is (>= 0xA0 and <= 0x24F) or (>= 0x300 and <= 0x36F) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x203A) or 0x20AC or 0x20AB;
}
