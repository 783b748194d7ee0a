using System.Globalization;
using System.Text;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Text;

public class TokenReaderTests
{
    /// <summary>Vowel, its base letter and its quality mark (0 for none).</summary>
    private static readonly (char Vowel, char Base, char Quality)[] Vowels =
    [
        ('a', 'a', '\0'), ('ă', 'a', '\u0306'), ('â', 'a', '\u0302'), ('e', 'e', '\0'), ('ê', 'e', '\u0302'), ('i', 'i', '\0'),
        ('o', 'o', '\0'), ('ô', 'o', '\u0302'), ('ơ', 'o', '\u031B'), ('u', 'u', '\0'), ('ư', 'u', '\u031B'), ('y', 'y', '\0'),
    ];

    /// <summary>Grave, acute, hook above, tilde, dot below: the order of <see cref="Toned"/>.</summary>
    private const string ToneMarks = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>[vowel] -> with the five tones.</summary>
    private static readonly string[] Toned =
        ["àáảãạ", "ằắẳẵặ", "ầấẩẫậ", "èéẻẽẹ", "ềếểễệ", "ìíỉĩị", "òóỏõọ", "ồốổỗộ", "ờớởỡợ", "ùúủũụ", "ừứửữự", "ỳýỷỹỵ"];

    [Fact]
    public void EveryVowelAndTone_InEveryOrderOfMarks_GivesTheComposedLetter()
    {
        for (int vowel = 0; vowel < Vowels.Length; vowel++)
            for (int tone = 0; tone < 5; tone++)
                foreach (string spelling in Spellings(Vowels[vowel], ToneMarks[tone]))
                {
                    string expected = "t" + Toned[vowel][tone] + "n";
                    Assert.Equal([expected], Tokens.Of("t" + spelling + "n"));
                    Assert.Equal([expected], Tokens.Of("T" + Upper(spelling) + "N"));
                }
    }

    private static IEnumerable<string> Spellings((char Vowel, char Base, char Quality) vowel, char tone)
    {
        yield return $"{vowel.Vowel}{tone}";
        yield return $"{vowel.Base}{vowel.Quality}{tone}".Replace("\0", "");
        yield return $"{vowel.Base}{tone}{vowel.Quality}".Replace("\0", "");
        string toned = Toned[Array.IndexOf(Vowels, vowel)];
        yield return toned[ToneMarks.IndexOf(tone)].ToString();
        // Tone composed with the bare base letter, quality behind it: what some keyboards make.
        if (vowel.Quality != 0) yield return $"{Toned[Array.FindIndex(Vowels, other => other.Vowel == vowel.Base)][ToneMarks.IndexOf(tone)]}{vowel.Quality}";
        if (tone == '\u0300') yield return $"{vowel.Vowel}\u0340";
        if (tone == '\u0301') yield return $"{vowel.Vowel}\u0341";
    }

    private static string Upper(string text) => string.Concat(text.Select(unit => char.ToUpperInvariant(unit)));

    [Theory]
    [InlineData("hòa bình", "hoà bình")]
    [InlineData("khỏe", "khoẻ")]
    [InlineData("THỦY", "thuỷ")]
    [InlineData("quý", "qúy")]
    [InlineData("hòan toàn", "hoàn toàn")]
    [InlineData("Ủy ban", "uỷ ban")]
    [InlineData("Tòa án", "TOÀ ÁN")]
    [InlineData("ngòeo", "ngoèo")]
    [InlineData("Ủy ban xóa hóa hòe lũy tụy hủy xõa họe", "uỷ ban xoá hoá hoè luỹ tuỵ huỷ xoã hoẹ")]
    public void BothTonePlacements_GiveTheSameTokens(string old, string current) => Assert.Equal(Tokens.Of(current), Tokens.Of(old));

    [Theory]
    [InlineData("của", "của")]
    [InlineData("mùa", "mùa")]
    [InlineData("ngoài", "ngoài")]
    [InlineData("òi", "òi")]
    public void OtherVowelPairs_StayAsTheyAre(string text, string token) => Assert.Equal([token], Tokens.Of(text));

    [Theory]
    [InlineData("đối ngoại", "&#273;&#7889;i ngo&#7841;i")]
    [InlineData("đối ngoại", "&#x111;&#x1ED1;i ngo&#X1EA1;i")]
    [InlineData("hoà giải", "h&ograve;a gi&#7843;i")]
    [InlineData("đối ngoại", "đối&nbsp;ngoại")]
    [InlineData("đối ngoại", "đối\u00A0ngoại")]
    [InlineData("đối ngoại", "đ\u200Bối\uFEFF ng\u00ADoại\u2060")]
    [InlineData("đối ngoại", "\u202Bđối\u202C \u200Engoại\uFE0F")]
    [InlineData("đối ngoại", "Ðối ngoại")]
    [InlineData("đối ngoại", "ðối ngoại")]
    [InlineData("đối ngoại", "Ɖối ngoại")]
    [InlineData("đối ngoại", "ɖối ngoại")]
    [InlineData("đối ngoại", "“Đối” – ngoại!")]
    [InlineData("đối ngoại", "ĐỐI\r\nNGOẠI")]
    [InlineData("r d", "R&amp;D")]
    [InlineData("r d", "R&D")]
    [InlineData("a b", "a&b;")]
    [InlineData("𠀀x", "&#x20000;x")]
    public void Spellings_GiveTheSameTokens(string plain, string spelling) => Assert.Equal(Tokens.Of(plain), Tokens.Of(spelling));

    [Fact]
    public void DecomposedMixedAndUpperCaseArticle_GivesTheTokensOfTheComposedOne()
    {
        const string composed = "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam tiếp đoàn đại biểu Đảng Nhân dân Cách mạng Lào; hợp tác chặt chẽ, thủy chung, trước sau như một.";
        string decomposed = Decompose(composed);
        Assert.NotEqual(composed, decomposed);
        Assert.Equal(Tokens.Of(composed), Tokens.Of(decomposed));
        Assert.Equal(Tokens.Of(composed), Tokens.Of(composed[..40] + Decompose(composed[40..])));
        Assert.Equal(Tokens.Of(composed), Tokens.Of(Upper(composed)));
        Assert.Equal(Tokens.Of(composed), Tokens.Of(Upper(decomposed)));
    }

    /// <summary>NFD of Vietnamese letters; string.Normalize does not do it without ICU.</summary>
    internal static string Decompose(string text)
    {
        var result = new StringBuilder();
        foreach (char unit in text)
        {
            char lower = char.ToLowerInvariant(unit);
            int toned = Array.FindIndex(Toned, tones => tones.Contains(lower));
            int vowel = toned >= 0 ? toned : Array.FindIndex(Vowels, other => other.Vowel == lower);
            if (vowel < 0)
            {
                result.Append(unit);
                continue;
            }
            result.Append(lower == unit ? Vowels[vowel].Base : char.ToUpperInvariant(Vowels[vowel].Base));
            string marks = (Vowels[vowel].Quality == 0 ? "" : Vowels[vowel].Quality.ToString()) + (toned < 0 ? "" : ToneMarks[Toned[toned].IndexOf(lower)]);
            result.Append(string.Concat(marks.OrderBy(mark => mark switch { '\u031B' => 216, '\u0323' => 220, _ => 230 })));
        }
        return result.ToString();
    }

    [Fact]
    public void Places_PointAtTheWordsOfTheCallersText()
    {
        const string text = "  H&ograve;a b\u0069\u0300nh, 50% 😀 đ\u200Bối.";
        var tokens = Tokens.WithPlaces(text);
        Assert.Equal(["hoà", "bình", "50", "đối"], tokens.Select(token => token.Token));
        Assert.Equal(["H&ograve;a", "bi\u0300nh", "50", "đ\u200Bối"], tokens.Select(token => text[token.Start..token.End]));
    }

    [Fact]
    public void HostileTexts_GiveTokensInOrderInsideTheText()
    {
        var random = new DeterministicRandom(1);
        for (int i = 0; i < 5000; i++)
        {
            string text = Tokens.Hostile(ref random, 40);
            int before = 0;
            foreach ((string token, int start, int end) in Tokens.WithPlaces(text))
            {
                Assert.InRange(start, before, text.Length);
                Assert.InRange(end, start + 1, text.Length);
                Assert.InRange(token.Length, 1, TokenReader.MaxTokenLength);
                before = end;
            }
        }
    }

    [Fact]
    public void EveryPlainToken_IsItsOwnToken()
    {
        var random = new DeterministicRandom(2);
        for (int i = 0; i < 2000; i++)
            foreach (string token in Tokens.Of(Tokens.Hostile(ref random, 20)))
                if (token.Length < TokenReader.MaxTokenLength) Assert.Equal([token], Tokens.Of(token));
    }

    [Fact]
    public void LongToken_IsCutAndTheNextOneIsReadWhole()
    {
        string text = new string('x', 2_000_000) + " sau";
        Assert.Equal([new string('x', TokenReader.MaxTokenLength), "sau"], Tokens.Of(text));
        Assert.Equal((2_000_001, 2_000_004), (Tokens.WithPlaces(text)[1].Start, Tokens.WithPlaces(text)[1].End));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void TokenAboutAsLongAsTheLimit_EndsAtTheSeparator(int length) =>
        Assert.Equal([new string('à', Math.Min(length, TokenReader.MaxTokenLength)), "b"], Tokens.Of(new string('À', length) + " b"));

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("tr-TR")]
    public void Culture_ChangesNothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(["istanbul", "title", "i", "đồng", "3", "500"], Tokens.Of("ISTANBUL TITLE I ĐỒNG 3.500"));
            Assert.Equal(Tokens.Of("hoà"), Tokens.Of("HÒA"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Hangul_ComposesFromJamo() => Assert.Equal(["각"], Tokens.Of("\u1100\u1161\u11A8"));

    [Fact]
    public void MarksInNonCanonicalOrder_AreSorted() =>
        Assert.Equal(Tokens.Of("q\u0323\u0302\u0301"), Tokens.Of("q\u0302\u0323\u0301"));
}
