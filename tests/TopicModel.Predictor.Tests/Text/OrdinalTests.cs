using TopicModel.Text;

namespace TopicModel.Tests.Text;

public class OrdinalTests
{
    [Theory]
    [InlineData("Một là, hoàn thiện thể chế.", 1)]
    [InlineData("Hai là: mở rộng thị trường", 2)]
    [InlineData("MƯỜI LÀ", 10)]
    [InlineData("Thứ nhất, cần", 1)]
    [InlineData("Thứ nhì, cần", 2)]
    [InlineData("Thứ tư, cần", 4)]
    [InlineData("THỨ BA, CẦN", 3)]
    [InlineData("“Thứ hai, chúng ta", 2)]
    [InlineData("1. Hoàn thiện", 1)]
    [InlineData("12) Triển khai", 12)]
    [InlineData("3/ Tăng cường", 3)]
    [InlineData("(2) Đẩy mạnh", 2)]
    [InlineData("- 4. Rà soát", 4)]
    [InlineData("IV. Tổ chức thực hiện", 4)]
    [InlineData("IX. Kết luận", 9)]
    [InlineData("b) Bộ Ngoại giao", 2)]
    [InlineData("1.Hoàn thiện", 1)]
    [InlineData("\uFEFF1. Hoàn thiện", 1)]
    [InlineData("Một, mỗi chi hội lập kế hoạch", 1)]
    [InlineData("Hai: ban giáo dục biên soạn tài liệu", 2)]
    [InlineData("Thứ nhất là phải đổi mới", 1)]
    [InlineData("Việc thứ ba là lập kế hoạch", 3)]
    [InlineData("Nhiệm vụ thứ tư: xây dựng quỹ", 4)]
    [InlineData("Nhóm giải pháp thứ hai, về vốn", 2)]
    [InlineData("Mười một là, cần tổng kết", 11)]
    [InlineData("Mười lăm là: báo cáo", 15)]
    [InlineData("Thứ mười hai, cần báo cáo", 12)]
    [InlineData("Thứ ba, các tỉnh", 3)]
    public void Of_ANumberedSentence_IsItsNumber(string sentence, int? expected)
    {
        Assert.Equal(expected, Ordinal.Of(sentence));
        Assert.Equal(expected, Ordinal.Of(TokenReaderTests.Decompose(sentence)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData("3.500 người dự")]
    [InlineData("1/5 là ngày lễ")]
    [InlineData("0. Không")]
    [InlineData("2020. Năm nhiều biến động")]
    [InlineData("Một người dân cho biết")]
    [InlineData("Hai nước nhất trí")]
    [InlineData("Hai, ba người dự")]
    [InlineData("Một, hai năm tới")]
    [InlineData("Thứ ba tuần tới, đoàn lên đường")]
    [InlineData("Thứ hai, ngày 5/3, đoàn lên đường")]
    [InlineData("Đại hội thứ tư khai mạc")]
    [InlineData("Nhiệm vụ quan trọng thứ hai")]
    [InlineData("Nhiệm vụ")]
    [InlineData("Việc này thứ ba mới xong")]
    [InlineData("Mười người")]
    [InlineData("Thứ trưởng Bộ Ngoại giao")]
    [InlineData("Thứ")]
    [InlineData("Nhất là ở vùng cao")]
    [InlineData("ABC. Tên đài")]
    [InlineData("TP. Hồ Chí Minh")]
    public void Of_AnyOtherSentence_IsNull(string sentence) => Assert.Null(Ordinal.Of(sentence));

    [Theory]
    [InlineData("3.", 3)]
    [InlineData("(b)", 2)]
    [InlineData("IV", 4)]
    [InlineData("- 12)", 12)]
    [InlineData("Ba là:", 3)]
    [InlineData("Thứ nhất,", 1)]
    [InlineData("Việc thứ hai", 2)]
    [InlineData("Thứ mười một:", 11)]
    [InlineData("2026", null)]
    [InlineData("3. Rà soát", null)]
    [InlineData("Ba là rà soát", null)]
    [InlineData("Ba", null)]
    [InlineData("Thứ tư tuần", null)]
    [InlineData("ABCDE", null)]
    [InlineData("...", null)]
    [InlineData("", null)]
    public void OfLine_ANumberAlone_IsIt(string line, int? expected)
    {
        Assert.Equal(expected, Ordinal.OfLine(line));
        Assert.Equal(expected, Ordinal.OfLine(TokenReaderTests.Decompose(line)));
    }

    [Theory]
    [InlineData("Thủ tướng yêu cầu: Một là, giảm thuế.", 1)]
    [InlineData("Yêu cầu: (2) giảm thuế.", 2)]
    [InlineData("Yêu cầu: một là giảm thuế; hai là bố trí vốn.", null)]
    [InlineData("Yêu cầu: giảm thuế.", null)]
    [InlineData("Một là: giảm thuế", null)]
    public void BehindColon_TheOnlyNumber_IsIt(string sentence, int? expected) => Assert.Equal(expected, Ordinal.BehindColon(sentence));
}
