using System.Text;
using TopicModel.Text;
using TopicModel.Training.Fitting;

namespace TopicModel.Training.Tests.Fitting;

public sealed class PassageMatcherTests
{
    private const string Text = "Mở đầu bài viết. Một là, cần làm ngay. Hai là, phải kiểm tra.\nHết bài rồi.";

    [Theory]
    [InlineData("Một là, cần làm ngay.", "0100")]
    [InlineData("  Hai là, phải kiểm tra.  ", "0010")]
    [InlineData("Một là, cần làm ngay. Hai là, phải kiểm tra.", "0110")]
    [InlineData("cần làm ngay", "0100")]
    [InlineData("ngay", "0000")]
    [InlineData("không có ở đây", "0000")]
    [InlineData("", "0000")]
    public void Match_Passage_MarksSentencesThatItCoversByHalf(string passage, string expected) =>
        Assert.Equal(expected, Marks(Text, passage));

    [Fact]
    public void Match_OtherUnicodeForm_MarksBySameTokens() =>
        Assert.Equal("0110", Marks(Text.Normalize(NormalizationForm.FormC), "Mo\u0323\u0302t là, câ\u0300n làm ngay.", "HAI LÀ, phải  kiểm tra."));

    [Fact]
    public void Match_SentenceTwiceInText_MarksBoth() =>
        Assert.Equal("101", Marks("Phải làm ngay.\nNghỉ.\nPhải làm ngay.", "Phải làm ngay."));

    private static string Marks(string text, params string[] passages)
    {
        var sentences = new List<TextRange>();
        SentenceSplitter.Split(text, sentences);
        return string.Concat(PassageMatcher.Match(text, sentences, passages).Select(marked => marked ? '1' : '0'));
    }
}
