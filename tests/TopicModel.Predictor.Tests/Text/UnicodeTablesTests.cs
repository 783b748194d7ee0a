using System.Globalization;
using TopicModel.Text;

namespace TopicModel.Tests.Text;

/// <summary>The library's Unicode data (version 14) against those of the runtime (newer).</summary>
public class UnicodeTablesTests
{
    /// <summary>Letters, numbers and marks that Unicode 15 to 17 added to the basic plane.</summary>
    private static readonly (int First, int Last)[] NewerCharacters =
    [
        (0x897, 0x897), (0xCF3, 0xCF3), (0xECE, 0xECE), (0x1C89, 0x1C8A), (0xA7CB, 0xA7CD), (0xA7DA, 0xA7DC),
    ];

    private static readonly (int First, int Last)[] Ignorable =
        [(0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)];

    [Fact]
    public void Kinds_AreThoseOfTheRuntime()
    {
        var differences = new List<string>();
        for (int unit = 0; unit < 0x10000; unit++)
        {
            if (unit is '&' or (>= 0xD800 and < 0xE000) || IsIn(unit, Ignorable) || IsIn(unit, NewerCharacters)) continue;
            string expected = Kind(CharUnicodeInfo.GetUnicodeCategory((char)unit));
            if (CanonicalComposer.IsTrailingJamo((char)unit)) expected = "mark";
            string found = CharFolding.Table[unit] switch { CharFolding.Separator => "separator", CharFolding.Combining => "mark", >= CharFolding.FirstFolded => "letter", _ => "code" };
            if (expected != found) differences.Add($"{unit:X4} is a {found}, the runtime says {expected}");
        }
        Assert.Empty(differences);
    }

    [Fact]
    public void IgnorableCharacters_AreTheListed()
    {
        for (int unit = 0; unit < 0x10000; unit++) Assert.Equal(IsIn(unit, Ignorable), CharFolding.Table[unit] == CharFolding.Ignorable);
    }

    /// <summary>Lower case differs where characters are replaced by others on purpose, and where newer Unicode has a lower case.</summary>
    [Fact]
    public void LowerCase_IsThatOfTheRuntime()
    {
        var differences = new List<string>();
        for (int unit = 0; unit < 0x10000; unit++)
        {
            ushort folded = CharFolding.Table[unit];
            if (folded < CharFolding.FirstFolded || "\u00D0\u00F0\u0189\u0256".Contains((char)unit) || IsSingleton(unit)) continue;
            if (folded != char.ToLowerInvariant((char)unit)) differences.Add($"{unit:X4} -> {folded:X4}, the runtime {(int)char.ToLowerInvariant((char)unit):X4}");
        }
        Assert.Equal(ToleratedLowerCase, differences);
    }

    private static readonly string[] ToleratedLowerCase = ["0130 -> 0069, the runtime 0130"];

    private static bool IsSingleton(int unit)
    {
        for (int i = 0; i < UnicodeCompositions.Singletons.Length; i += 2) if (UnicodeCompositions.Singletons[i] == unit) return true;
        return false;
    }

    private static bool IsIn(int unit, (int First, int Last)[] ranges) => ranges.Any(range => unit >= range.First && unit <= range.Last);

    private static string Kind(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber) => "letter",
        <= UnicodeCategory.EnclosingMark => "mark",
        _ => "separator",
    };
}
