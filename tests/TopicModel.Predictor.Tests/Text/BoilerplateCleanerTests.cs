using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Text;

public class BoilerplateCleanerTests
{
    private const string First = "Sáng 5/3 tại Hà Nội, hai bên hội đàm và trao đổi nhiều vấn đề cùng quan tâm.";
    private const string Second = "Kim ngạch thương mại song phương năm qua tăng mạnh so với cùng kỳ năm trước đó.";

    private static string[] Clean(string text, string title = "")
    {
        var kept = new List<TextRange>();
        BoilerplateCleaner.Clean(text, title, kept);
        return [.. kept.Select(range => range.Of(text).ToString())];
    }

    private static string Upper(string text) => string.Concat(text.Select(unit => char.ToUpperInvariant(unit)));

    [Theory]
    [InlineData("Ảnh: TTXVN")]
    [InlineData("(Ảnh: Minh Anh)")]
    [InlineData("(Ảnh minh họa)")]
    [InlineData("[Ảnh tư liệu]")]
    [InlineData("Toàn cảnh phiên họp. Ảnh: Minh Anh")]
    [InlineData("Hai nhà lãnh đạo duyệt đội danh dự - Ảnh: VGP/Nhật Bắc")]
    [InlineData("Đồ họa: Minh Hạnh")]
    [InlineData("Nguồn ảnh: Bộ Ngoại giao")]
    [InlineData("Ảnh minh hoạ: Báo Nhân Dân")]
    [InlineData("Phóng viên Thu Hà (Video: VTV)")]
    [InlineData("Clip: Cảnh đón đoàn.")]
    [InlineData("Xem thêm: Việt Nam và Lào ký kết thỏa thuận")]
    [InlineData("Từ khóa: ngoại giao, hợp tác")]
    public void CreditAndLinkLines_AreDropped(string line) => AssertDropped(First + "\n" + line + "\n" + Second, [First, Second]);

    [Theory]
    [InlineData("Các tin khác")]
    [InlineData("Tin liên quan:")]
    [InlineData("Mới nhất")]
    [InlineData("Phản hồi")]
    [InlineData("Ý kiến bạn đọc")]
    [InlineData("Bình luận")]
    [InlineData("Chia sẻ bài viết")]
    public void TailOfLinks_IsCutWithAllBehindIt(string line) =>
        AssertDropped(First + "\n" + Second + "\n" + line + "\nMột bài khác\nBài khác nữa", [First, Second]);

    [Theory]
    [InlineData("(Theo TTXVN)")]
    [InlineData("Theo Tuổi Trẻ Online")]
    [InlineData("TTXVN/Vietnam+")]
    [InlineData("Nguồn: VOV")]
    [InlineData("Theo Nhân Dân")]
    public void SignOffInTheLastLine_IsDropped(string line)
    {
        AssertDropped(First + "\n" + line, [First]);
        AssertDropped(First + "\n" + line + "\n \n", [First]);
    }

    private static void AssertDropped(string text, string[] expected)
    {
        Assert.Equal(expected, Clean(text));
        Assert.Equal(expected.Select(Upper), Clean(Upper(text)));
        Assert.Equal(expected.Select(TokenReaderTests.Decompose), Clean(TokenReaderTests.Decompose(text)));
        Assert.Equal(expected, Clean(text.Replace("\n", "\r\n")));
    }

    [Theory]
    [InlineData("{keywords}")]
    [InlineData("{Keywords}")]
    [InlineData("{title}")]
    [InlineData("{ related_news }")]
    public void TemplateMarks_AreCutOut(string mark) => Assert.Equal(["Hai bên hội đàm ", " và ký kết."], Clean($"Hai bên hội đàm {mark} và ký kết."));

    [Theory]
    [InlineData("if (x) { return; }")]
    [InlineData("{document}")]
    [InlineData("set {1, 2, 3}")]
    [InlineData("{ keywords of this long list that is no template mark }")]
    [InlineData("{keywords")]
    [InlineData("keywords}")]
    public void OtherBraces_Stay(string line) => Assert.Equal([line], Clean(line));

    [Theory]
    [InlineData("Ảnh hưởng của bão: thiệt hại lớn")]
    [InlineData("Ông nói về ảnh: đó là kỷ niệm đẹp nhất trong đời của gia đình ông và của cả dòng họ từ bao đời nay.")]
    [InlineData("Theo kế hoạch của Bộ")]
    [InlineData("Theo ông, cần sớm ký kết.")]
    [InlineData("Nguồn nước đang cạn kiệt")]
    [InlineData("Bình luận: đây là bước tiến lớn")]
    [InlineData("Mới nhất là vụ kiện ở Mỹ")]
    [InlineData("Phản hồi của doanh nghiệp rất tích cực")]
    [InlineData("Video: Diamond Speedstar 24x, 1 MB")]
    [InlineData("Photo: Nikon F3 body")]
    [InlineData("Vietnam veterans met in Boston")]
    [InlineData("theo@example.edu (Theo)")]
    [InlineData("> Theo wrote:")]
    public void LookAlikes_Stay(string line)
    {
        string text = First + "\n" + Second + "\n" + line;
        Assert.Equal([First, Second, line], Clean(text));
    }

    [Theory]
    [InlineData("Theo em thấy tốt")]
    [InlineData("Theo TTXVN")]
    [InlineData("Ảnh: TTXVN")]
    [InlineData("Phản hồi")]
    [InlineData("Video: VTV đẹp")]
    public void TextThatWouldLoseEverything_IsReadWhole(string text) => Assert.Equal([text], Clean("  " + text + "\n"));

    [Fact]
    public void TailWords_InTheFirstPart_Stay() =>
        Assert.Equal(["Phản hồi", First, Second], Clean($"Phản hồi\n{First}\n{Second}"));

    [Fact]
    public void FirstLineThatRepeatsTheTitle_IsDropped()
    {
        Assert.Equal([First], Clean($"THỦ TƯỚNG TIẾP ĐẠI SỨ LÀO\n{First}", "Thủ tướng tiếp Đại sứ Lào"));
        Assert.Equal(["Thủ tướng tiếp Đại sứ", First], Clean($"Thủ tướng tiếp Đại sứ\n{First}", "Thủ tướng tiếp Đại sứ Lào"));
        Assert.Equal([First, "Thủ tướng tiếp"], Clean($"{First}\nThủ tướng tiếp", "Thủ tướng tiếp"));
    }

    [Fact]
    public void LongLine_IsArticleWhateverItStartsWith()
    {
        string line = "Ảnh: " + new string('x', 300);
        Assert.Equal([line, First], Clean(line + "\n" + First));
    }

    [Fact]
    public void LinesOfTheSameLettersButDecomposed_AreMeasuredAlike()
    {
        // 230 letters, more than 240 units when they are decomposed.
        string caption = string.Concat(Enumerable.Repeat("thế giới ", 23)) + "hòa bình. Ảnh: TTXVN";
        Assert.InRange(caption.Length, 200, 240);
        Assert.True(TokenReaderTests.Decompose(caption).Length > 240);
        AssertDropped(First + "\n" + caption + "\n" + Second, [First, Second]);
    }

    [Fact]
    public void EnglishPost_LosesNothing()
    {
        const string post = """
            From: theo@cs.example.edu (Theo Smith)
            Subject: Re: Video: which card? {was: Photo CD}
            Lines: 9

            In article <1993@x>, jim wrote:
            > Photo: the image is here: ftp.example.edu
            int main() { return 0; } \begin{document} {8-bit}
            Related: see the FAQ. Source: Usenet
            Tags: none

            Theo
            """;
        Assert.Equal(Tokens.Of(post), Clean(post).SelectMany(Tokens.Of));
    }

    [Fact]
    public void HostileTexts_GiveRangesInOrder()
    {
        var random = new DeterministicRandom(4);
        for (int i = 0; i < 3000; i++)
        {
            string text = Tokens.Hostile(ref random, 40);
            var kept = new List<TextRange>();
            BoilerplateCleaner.Clean(text, Tokens.Hostile(ref random, 3), kept);
            int before = 0;
            foreach (TextRange range in kept)
            {
                Assert.True(range.Start >= before && range.Length > 0 && range.End <= text.Length);
                before = range.End;
            }
            Assert.Equal(string.IsNullOrWhiteSpace(text), kept.Count == 0);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{keywords}")]
    [InlineData("\n")]
    [InlineData("Ảnh: \n")]
    [InlineData(":")]
    [InlineData("\u0301")]
    public void LongRuns_EndSoon(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 500_000));
        var kept = new List<TextRange>();
        BoilerplateCleaner.Clean(text, "", kept);
        Assert.All(kept, range => Assert.InRange(range.End, range.Start, text.Length));
    }
}
