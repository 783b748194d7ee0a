namespace TopicModel.Text;

/// <summary>Vietnamese spelling: one placement of tone marks, and the unaccented form.</summary>
internal static class ToneMarks
{
    private const string TonedO = "òóỏõọ", TonedU = "ùúủũụ", TonedA = "àáảãạ", TonedE = "èéẻẽẹ", TonedY = "ỳýỷỹỵ";

    /// <summary>Size of <see cref="Unaccented"/>: every Latin letter with diacritics lies below it.</summary>
    private const int UnaccentedSize = 0x2000;

    private static readonly char[] Unaccented = BuildUnaccented();

    /// <summary>
    /// Moves the tone of "òa", "òe", "ùy" (old placement, also where a keyboard made "hòan") to the second vowel: "oà", "oè", "uỳ".
    /// The token is lower-case and composed. Both placements thereby give one token.
    /// </summary>
    public static void MoveToSecondVowel(Span<char> token)
    {
        for (int i = 0; i + 1 < token.Length; i++)
        {
            if (token[i] < 'ò' || token[i + 1] is not ('a' or 'e' or 'y')) continue;
            (char plain, string from, string to) = token[i + 1] switch
            {
                'a' => ('o', TonedO, TonedA),
                'e' => ('o', TonedO, TonedE),
                _ => ('u', TonedU, TonedY),
            };
            int tone = from.IndexOf(token[i], StringComparison.Ordinal);
            if (tone < 0) continue;
            token[i] = plain;
            token[++i] = to[tone];
        }
    }

    /// <summary>
    /// Writes the token without diacritics ("đối" -> "doi") to <paramref name="target"/>, which is at least as long, and returns
    /// its length, which is smaller where combining marks fall away.
    /// </summary>
    public static int RemoveDiacritics(ReadOnlySpan<char> token, Span<char> target)
    {
        int length = 0;
        foreach (char unit in token)
        {
            if (unit >= UnaccentedSize) target[length++] = unit;
            else if (Unaccented[unit] != '\0') target[length++] = Unaccented[unit];
        }
        return length;
    }

    private static char[] BuildUnaccented()
    {
        var table = new char[UnaccentedSize];
        for (int unit = 0; unit < table.Length; unit++)
            table[unit] = CharFolding.Table[unit] == CharFolding.Combining ? '\0' : CanonicalComposer.BaseOf((char)unit);
        table['đ'] = 'd';
        return table;
    }
}
