using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class EncodingDamageTests
{
    /// <summary>[byte - 0x80] -> what Windows-1252 makes of it; Latin-1 for the five bytes that it has not.</summary>
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static string ReadWrong(string text, bool asLatin1) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(value => !asLatin1 && value is >= 0x80 and < 0xA0 ? Upper[value - 0x80] : (char)value));

    [Theory]
    [InlineData("chào", "Ã\u00A0")]
    [InlineData("Việt", "á»‡")]
    [InlineData("được", "Ä‘")]
    [InlineData("ước", "Æ°")]
    [InlineData("“Đảng”", "â€œ")]
    [InlineData("e\u0301", "Ì\u0081")]
    public void Find_Utf8ReadAsWindows1252_FindsTheFirstDamage(string text, string expected) =>
        Assert.Equal(expected, EncodingDamage.Find("abc " + ReadWrong(text, asLatin1: false)));

    [Fact]
    public void Find_EveryLetterOfVietnamese_IsFoundInBothWrongEncodings()
    {
        foreach (char letter in "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ")
        {
            Assert.NotNull(EncodingDamage.Find(ReadWrong(letter.ToString(), asLatin1: false)));
            Assert.NotNull(EncodingDamage.Find(ReadWrong(letter.ToString(), asLatin1: true)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bộ trưởng nói: “Quá…” rồi đi; chữ Ã, Â và Ä đứng riêng – cả câu “đá” và ‘á’…")]
    [InlineData("Ông ấy hỏi “có phải là…”, họ đáp “à…” và “á—”")]
    [InlineData("Müller, São Paulo, Ångström, Česko, naïve café, 25 °C, 3 × 4, «á» € ®")]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, ĐOÀN THANH NIÊN, TRIỂN LÃM")]
    public void Find_RealText_IsClean(string text) => Assert.Null(EncodingDamage.Find(text));

    [Fact]
    public void Find_ReplacementCharacter_IsDamage() => Assert.Equal("\uFFFD", EncodingDamage.Find("Vi\uFFFDt Nam"));
}
