using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Text;

public class SentenceSplitterTests
{
    private static string[] Split(string text)
    {
        var sentences = new List<TextRange>();
        SentenceSplitter.Split(text, sentences);
        return [.. sentences.Select(sentence => sentence.Of(text).ToString())];
    }

    /// <summary>Sentences are separated by " | " in the expectation, white space at the ends left out.</summary>
    [Theory]
    [InlineData("Hội nghị khai mạc sáng nay. Thủ tướng dự và phát biểu.", "Hội nghị khai mạc sáng nay. | Thủ tướng dự và phát biểu.")]
    [InlineData("Đoàn đã đến TP. Hồ Chí Minh. Lễ đón diễn ra trọng thể.", "Đoàn đã đến TP. Hồ Chí Minh. | Lễ đón diễn ra trọng thể.")]
    [InlineData("Hợp tác với TP.HCM. Sở Ngoại vụ chủ trì.", "Hợp tác với TP.HCM. | Sở Ngoại vụ chủ trì.")]
    [InlineData("GS.TS. Nguyễn Văn Bình trình bày. Ý kiến khác nhau.", "GS.TS. Nguyễn Văn Bình trình bày. | Ý kiến khác nhau.")]
    [InlineData("PGS. TS. Lê Hà và ThS. Vũ Nam dự. Sau đó là thảo luận.", "PGS. TS. Lê Hà và ThS. Vũ Nam dự. | Sau đó là thảo luận.")]
    [InlineData("Ngụ tại Q. 3, P. 12. Anh đã về nước.", "Ngụ tại Q. 3, P. 12. | Anh đã về nước.")]
    [InlineData("Kim ngạch đạt 3.500 tỷ đồng. Tăng 12,5%.", "Kim ngạch đạt 3.500 tỷ đồng. | Tăng 12,5%.")]
    [InlineData("Ngày 1.1. Sau lễ ký, hai bên họp.", "Ngày 1.1. | Sau lễ ký, hai bên họp.")]
    [InlineData("Ông nói: “Chúng tôi ủng hộ.” Bà Lan đồng ý.", "Ông nói: “Chúng tôi ủng hộ.” | Bà Lan đồng ý.")]
    [InlineData("\"Tuyệt vời!\" Anh reo lên.", "\"Tuyệt vời!\" | Anh reo lên.")]
    [InlineData("“Được!” rồi ông đi.", "“Được!” rồi ông đi.")]
    [InlineData("Đó là một hành trình dài… Nhưng chưa kết thúc.", "Đó là một hành trình dài… | Nhưng chưa kết thúc.")]
    [InlineData("Gạo, cà phê... đều tăng. Thủy sản giảm...", "Gạo, cà phê... đều tăng. | Thủy sản giảm...")]
    [InlineData("Vì sao?! Không ai biết.", "Vì sao?! | Không ai biết.")]
    [InlineData("1. Hoàn thiện thể chế. 2. Mở rộng thị trường.", "1. Hoàn thiện thể chế. | 2. Mở rộng thị trường.")]
    [InlineData("IV. Tổ chức thực hiện. V. Kết luận.", "IV. Tổ chức thực hiện. | V. Kết luận.")]
    [InlineData("- a. Rà soát quy hoạch.\n- b. Báo cáo Chính phủ.", "- a. Rà soát quy hoạch. | - b. Báo cáo Chính phủ.")]
    [InlineData("Điều 5. Phạm vi áp dụng", "Điều 5. | Phạm vi áp dụng")]
    [InlineData("Tiêu đề không có dấu chấm\nDòng thứ hai\r\nDòng thứ ba", "Tiêu đề không có dấu chấm | Dòng thứ hai | Dòng thứ ba")]
    [InlineData("Dòng một\u2028Dòng hai\u2029Dòng ba", "Dòng một | Dòng hai | Dòng ba")]
    [InlineData("(Xem ảnh.) Sau đó, đoàn rời đi.", "(Xem ảnh.) | Sau đó, đoàn rời đi.")]
    [InlineData("Năm 2020. Ông nghỉ hưu (theo báo chí). Không rõ lý do.", "Năm 2020. | Ông nghỉ hưu (theo báo chí). | Không rõ lý do.")]
    [InlineData("Mr. Smith và Dr. John tới Hà Nội. St. Petersburg vẫy chào.", "Mr. Smith và Dr. John tới Hà Nội. | St. Petersburg vẫy chào.")]
    [InlineData("Nhà văn N. V. Hùng kể. Ai cũng xúc động.", "Nhà văn N. V. Hùng kể. | Ai cũng xúc động.")]
    [InlineData("Gồm lúa, ngô v.v. Ngoài ra còn có sắn.", "Gồm lúa, ngô v.v. | Ngoài ra còn có sắn.")]
    [InlineData("Trang web chinhphu.vn đưa tin. Bài viết trên vietnam.vn.", "Trang web chinhphu.vn đưa tin. | Bài viết trên vietnam.vn.")]
    [InlineData("Họ hỏi: đi đâu? về đâu? Không ai trả lời.", "Họ hỏi: đi đâu? về đâu? | Không ai trả lời.")]
    [InlineData("Ông dừng lại. - Thế còn anh?", "Ông dừng lại. | - Thế còn anh?")]
    [InlineData("Tổng cộng 15 triệu đồng. 30 hộ được nhận.", "Tổng cộng 15 triệu đồng. | 30 hộ được nhận.")]
    [InlineData("  \n\n Một câu.  \n ", "Một câu.")]
    [InlineData("Anh ấy (sinh năm 1990.] rời đi.", "Anh ấy (sinh năm 1990.] rời đi.")]
    [InlineData("Trình quy chế trong quý I. Hai là, đào tạo cán bộ.", "Trình quy chế trong quý I. | Hai là, đào tạo cán bộ.")]
    [InlineData("Đại biểu Quốc hội khóa X. Bà đã nghỉ hưu.", "Đại biểu Quốc hội khóa X. | Bà đã nghỉ hưu.")]
    [InlineData("Tổng thống V. Putin và ông I. Smith tới.", "Tổng thống V. Putin và ông I. Smith tới.")]
    [InlineData("Ông Â. Nguyễn tới.", "Ông Â. Nguyễn tới.")]
    [InlineData("", "")]
    public void Split_News_EndsWhereAReaderWouldEnd(string text, string expected)
    {
        string[] sentences = expected.Length == 0 ? [] : expected.Split(" | ");
        Assert.Equal(sentences, Split(text));
        Assert.Equal(sentences.Select(TokenReaderTests.Decompose), Split(TokenReaderTests.Decompose(text)));
    }

    [Fact]
    public void Split_HostileTexts_KeepsEveryTokenInOneSentence()
    {
        var random = new DeterministicRandom(3);
        for (int i = 0; i < 3000; i++)
        {
            string text = Tokens.Hostile(ref random, 40);
            var sentences = new List<TextRange>();
            SentenceSplitter.Split(text, sentences);
            int before = 0;
            foreach (TextRange sentence in sentences)
            {
                Assert.True(sentence.Start >= before && sentence.Length > 0 && sentence == sentence.Trim(text));
                Assert.True(text.AsSpan(before, sentence.Start - before).IsWhiteSpace());
                before = sentence.End;
            }
            Assert.True(text.AsSpan(before).IsWhiteSpace());
        }
    }

    /// <summary>Each of these cost the square of its length in some splitter.</summary>
    [Theory]
    [InlineData("- ", "A. ")]
    [InlineData("(", "A. ")]
    [InlineData("a", "a")]
    [InlineData(". ", ". ")]
    [InlineData(".", " ")]
    [InlineData("x", ".")]
    [InlineData("\u0301", "A\u0301.")]
    [InlineData("1. ", "1. ")]
    public void Split_LongRuns_LosesNothingAndEndsSoon(string first, string second)
    {
        string text = string.Concat(Enumerable.Repeat(first, 500_000)) + string.Concat(Enumerable.Repeat(second, 500_000));
        var sentences = new List<TextRange>();
        SentenceSplitter.Split(text, sentences);
        Assert.Equal(text.Count(char.IsLetterOrDigit), sentences.Sum(sentence => sentence.Of(text).ToString().Count(char.IsLetterOrDigit)));
    }
}
