using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class StrictUtf8ReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Read_IntoBuffersOfAnySize_GivesTheText(int size)
    {
        const string Text = "\uFEFFa😀đ\n😀😀x ễ";
        var reader = new StrictUtf8Reader(new Utf8LineReaderTests.TrickleStream(Encoding.UTF8.GetBytes(Text)), "f");
        var read = new StringBuilder();
        var buffer = new char[size];
        for (int count = reader.Read(buffer); count > 0; count = reader.Read(buffer)) read.Append(buffer, 0, count);

        Assert.Equal(Text[1..], read.ToString());
    }

    [Theory]
    [InlineData(new byte[] { (byte)'\n', 0xC3 }, "f line 2: byte 0xC3 is not UTF-8, expected a file that is saved as UTF-8")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "f line 1: byte 0xED is not UTF-8, expected a file that is saved as UTF-8")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "f line 1: byte 0xC0 is not UTF-8, expected a file that is saved as UTF-8")]
    public void Read_CutShortSurrogateOrOverlong_IsRefused(byte[] bytes, string message)
    {
        var reader = new StrictUtf8Reader(new MemoryStream(bytes), "f");

        Assert.Equal(message, Assert.Throws<DataException>(reader.ReadToEnd).Message);
    }
}
