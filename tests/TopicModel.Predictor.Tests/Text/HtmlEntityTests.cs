using TopicModel.Text;

namespace TopicModel.Tests.Text;

public class HtmlEntityTests
{
    [Theory]
    [InlineData("&agrave;", "à")]
    [InlineData("&Agrave;nh", "À")]
    [InlineData("&nbsp;", "\u00A0")]
    [InlineData("&#7879;t", "ệ")]
    [InlineData("&#x1EC7;", "ệ")]
    [InlineData("&#X1ec7;", "ệ")]
    [InlineData("&#0001234;", "\u04D2")]
    [InlineData("&#128512;", "😀")]
    [InlineData("&thetasym;", "ϑ")]
    [InlineData("&lt;", "<")]
    [InlineData("&apos;", "'")]
    public void Read_AReference_IsDecoded(string text, string expected)
    {
        int length = HtmlEntity.Read(text, out string decoded);
        Assert.Equal((text.IndexOf(';') + 1, expected), (length, decoded));
    }

    [Theory]
    [InlineData("&")]
    [InlineData("&;")]
    [InlineData("&#;")]
    [InlineData("&#x;")]
    [InlineData("& agrave;")]
    [InlineData("&agrave")]
    [InlineData("&unknown;")]
    [InlineData("&verylongname;")]
    [InlineData("&#-5;")]
    [InlineData("&#55296;")]
    [InlineData("&#xDFFF;")]
    [InlineData("&#x110000;")]
    [InlineData("&#999999999;")]
    [InlineData("&a&agrave;")]
    public void Read_WhatIsNoReference_IsAnAmpersand(string text)
    {
        Assert.Equal(0, HtmlEntity.Read(text, out _));
    }

    [Fact]
    public void UnknownReference_SeparatesAndKeepsItsName() => Assert.Equal(["unknown", "b"], Tokens.Of("&unknown;b"));
}
