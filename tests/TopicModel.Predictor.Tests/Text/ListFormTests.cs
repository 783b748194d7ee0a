using TopicModel.Text;

namespace TopicModel.Tests.Text;

public class ListFormTests
{
    [Theory]
    [InlineData("III. Tổ chức thực hiện", "Các bộ, ngành rà soát quy định.", true)]
    [InlineData("III. Tổ chức thực hiện:", "1. Các bộ rà soát.", true)]
    [InlineData("IV. NHIỆM VỤ (2025)", "- Rà soát", true)]
    [InlineData("TỔ CHỨC THỰC HIỆN", "Các bộ rà soát.", true)]
    [InlineData("2. Nhiệm vụ, giải pháp", "a) Rà soát quy định;", true)]
    [InlineData("a) Về thể chế", "- Rà soát quy định;", true)]
    [InlineData("III. Tổ chức thực hiện", "", false)]
    [InlineData("III. Tổ chức thực hiện.", "1. Các bộ rà soát.", false)]
    [InlineData("I. Giảm thuế", "II. Bố trí vốn", false)]
    [InlineData("2. Giảm thuế", "3. Bố trí vốn", false)]
    [InlineData("3. Giảm thuế", "Hội nghị kết thúc.", false)]
    [InlineData("3. Giảm thuế", "1. Rà soát", false)]
    [InlineData("Cần giảm thuế", "1. Rà soát", false)]
    [InlineData("- Cần giảm thuế", "- Rà soát", false)]
    [InlineData("I. Rà soát mọi quy định của các bộ, ngành và địa phương về đầu tư nước ngoài", "Hai là, giảm thuế.", false)]
    public void IsHeading_ByForm(string line, string next, bool expected) => Assert.Equal(expected, ListForm.IsHeading(line, next));

    [Theory]
    [InlineData("Các bộ, ngành tập trung thực hiện:", "- Rà soát", true)]
    [InlineData("Yêu cầu:", "1.", true)]
    [InlineData("Yêu cầu:", "Một là, rà soát.", true)]
    [InlineData("Yêu cầu:", "2. Rà soát", false)]
    [InlineData("Yêu cầu:", "Các bộ rà soát.", false)]
    [InlineData("Yêu cầu:", "", false)]
    [InlineData("Yêu cầu rà soát.", "- Rà soát", false)]
    [InlineData("Ngân hàng Nhà nước yêu cầu các tổ chức tín dụng, chi nhánh ngân hàng nước ngoài bảo đảm an toàn trong thanh toán thẻ và thực hiện ngay:", "- Rà soát", false)]
    public void IsIntroduction_ByForm(string sentence, string next, bool expected) => Assert.Equal(expected, ListForm.IsIntroduction(sentence, next));

    [Theory]
    [InlineData("Theo TTXVN", true)]
    [InlineData("Trọng Giáp", true)]
    [InlineData("Nguyễn Thị Đức Hạnh", true)]
    [InlineData("Hạnh", false)]
    [InlineData("Trọng Giáp.", false)]
    [InlineData("Giảm thuế", false)]
    [InlineData("Bộ Kế Hoạch Và Đầu", false)]
    public void IsName_ByForm(string line, bool expected) => Assert.Equal(expected, ListForm.IsName(line));

    [Theory]
    [InlineData("12. x", 12, NumberStyle.Digits)]
    [InlineData("  (3) x", 3, NumberStyle.Digits)]
    [InlineData("b) x", 2, NumberStyle.Letter)]
    [InlineData("V. x", 5, NumberStyle.Roman)]
    [InlineData("3.500 x", null, NumberStyle.None)]
    [InlineData("123. x", null, NumberStyle.None)]
    [InlineData("TP. x", null, NumberStyle.None)]
    [InlineData("Hai là, x", null, NumberStyle.None)]
    public void OfMark_TellsTheStyle(string sentence, int? expected, object style)
    {
        Assert.Equal(expected, Ordinal.OfMark(sentence, out NumberStyle found));
        Assert.Equal(style, found);
    }
}
