using TopicModel.Text;

namespace TopicModel.Tests.Text;

public class ToneMarksTests
{
    [Theory]
    [InlineData("đối", "doi")]
    [InlineData("ngoại", "ngoai")]
    [InlineData("thuỷ", "thuy")]
    [InlineData("người", "nguoi")]
    [InlineData("abc", "abc")]
    [InlineData("q\u0323\u0302", "q")]
    [InlineData("日本", "日本")]
    [InlineData("ñandú", "nandu")]
    public void RemoveDiacritics_GivesTheBareLetters(string token, string expected)
    {
        Span<char> target = stackalloc char[token.Length];
        Assert.Equal(expected, target[..ToneMarks.RemoveDiacritics(token, target)].ToString());
    }

    /// <summary>The vector test may only pass over what the plain loop would not change.</summary>
    [Fact]
    public void MayHaveOldPlacement_NeverMissesAnOldPlacement()
    {
        foreach (string pair in new[] { "òa", "óe", "ủy", "ọa", "ũy" })
            for (int place = 0; place < 40; place++)
            {
                var buffer = new char[TokenReader.BufferLength];
                string token = new string('n', place) + pair + new string('n', 3);
                token.CopyTo(buffer);
                Assert.True(ToneMarks.MayHaveOldPlacement(buffer, token.Length));
                Assert.True(ToneMarks.MayHaveOldPlacement(buffer, place + 2));
            }
    }
}
