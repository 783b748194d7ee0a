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
    public void Of_ANumberedSentence_IsItsNumber(string sentence, int expected)
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
    [InlineData("Thứ trưởng Bộ Ngoại giao")]
    [InlineData("Thứ")]
    [InlineData("Nhất là ở vùng cao")]
    [InlineData("ABC. Tên đài")]
    [InlineData("TP. Hồ Chí Minh")]
    public void Of_AnyOtherSentence_IsNull(string sentence) => Assert.Null(Ordinal.Of(sentence));
}
