using System.Runtime.CompilerServices;

namespace TopicModel.Text;

/// <summary>
/// One table from UTF-16 unit to what the tokenizer does with it: a folded (lower-case, canonical) letter, digit or mark base, or
/// one of a few codes below <see cref="FirstFolded"/> that need a decision. Built once from the library's own Unicode data, so it
/// is the same on every machine.
/// </summary>
internal static class CharFolding
{
    /// <summary>Ends a token: white space, punctuation, symbols, controls.</summary>
    public const ushort Separator = 0;

    /// <summary>Invisible inside a token and dropped: zero-width characters, soft hyphen, direction marks, variation selectors.</summary>
    public const ushort Ignorable = 1;

    /// <summary>Has to be composed with what stands before it: combining marks and trailing Hangul jamo.</summary>
    public const ushort Combining = 2;

    /// <summary>The ampersand, which may start an HTML entity.</summary>
    public const ushort Ampersand = 3;

    /// <summary>Half of a surrogate pair.</summary>
    public const ushort Surrogate = 4;

    /// <summary>Values from here on are folded characters.</summary>
    public const ushort FirstFolded = 8;

    private const char LatinSmallDStroke = 'đ';

    /// <summary>[UTF-16 unit] -> folded character or code; 65,536 entries.</summary>
    public static readonly ushort[] Table = Build();

    /// <summary>Whether <paramref name="unit"/> is an upper-case (or title-case) letter, by the same data as the folding.</summary>
    public static bool IsUpper(char unit)
    {
        ushort folded = Table[unit];
        return folded >= FirstFolded && folded != unit && LowerCase(unit) != unit;
    }

    private static char LowerCase(char unit)
    {
        if (unit < 0x80) return unit is >= 'A' and <= 'Z' ? (char)(unit | 0x20) : unit;
        ReadOnlySpan<ushort> ranges = UnicodeCategories.LowerCaseRanges;
        for (int i = 0; i < ranges.Length && ranges[i] <= unit; i += 4)
            if (unit <= ranges[i + 1] && (unit - ranges[i]) % ranges[i + 2] == 0) return (char)(unit + ranges[i + 3]);
        return unit;
    }

    private static ushort[] Build()
    {
        var table = new ushort[0x10000];
        MarkTokenCharacters(table);
        LowerTokenCharacters(table);
        ReplaceSingletons(table);
        // Eth and African D are what many keyboards and converted files have where Vietnamese đ is meant.
        foreach (char lookAlike in "\u00D0\u00F0\u0189\u0256") table[lookAlike] = LatinSmallDStroke;
        MarkIgnorable(table);
        for (int unit = 0xD800; unit < 0xE000; unit++) table[unit] = Surrogate;
        table['&'] = Ampersand;
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MarkTokenCharacters(ushort[] table)
    {
        ReadOnlySpan<ushort> ranges = UnicodeCategories.TokenRanges;
        for (int i = 0; i < ranges.Length; i += 3)
            for (int unit = ranges[i]; unit <= ranges[i + 1]; unit++)
                table[unit] = ranges[i + 2] == 2 || CanonicalComposer.IsTrailingJamo((char)unit) ? Combining : (ushort)unit;
    }

    private static void LowerTokenCharacters(ushort[] table)
    {
        for (int unit = 'A'; unit <= 'Z'; unit++) table[unit] = (ushort)(unit | 0x20);
        ReadOnlySpan<ushort> ranges = UnicodeCategories.LowerCaseRanges;
        for (int i = 0; i < ranges.Length; i += 4)
            for (int unit = ranges[i]; unit <= ranges[i + 1]; unit += ranges[i + 2])
                if (table[unit] >= FirstFolded) table[unit] = (ushort)(unit + ranges[i + 3]);
    }

    private static void ReplaceSingletons(ushort[] table)
    {
        ReadOnlySpan<ushort> singletons = UnicodeCompositions.Singletons;
        for (int i = 0; i < singletons.Length; i += 2)
            if (table[singletons[i]] >= FirstFolded) table[singletons[i]] = table[singletons[i + 1]];
    }

    private static void MarkIgnorable(ushort[] table)
    {
        foreach (char unit in "\u00AD\u034F\u061C\u180E\uFEFF") table[unit] = Ignorable;
        foreach ((int first, int last) in new[] { (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F) })
            for (int unit = first; unit <= last; unit++) table[unit] = Ignorable;
    }
}
