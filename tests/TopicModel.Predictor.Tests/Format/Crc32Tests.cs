using System.Text;
using TopicModel.Format;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Format;

public class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("TMODEL", 0xC03EAC36u)]
    public void Compute_GivesThePublishedCheckValues(string text, uint expected) => Assert.Equal(expected, Crc32.Compute(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Compute_IsTheLoopOverBits()
    {
        var random = new DeterministicRandom(14);
        for (int length = 0; length < 300; length++)
        {
            byte[] data = [.. Enumerable.Range(0, length).Select(_ => (byte)random.NextBits())];
            uint crc = uint.MaxValue;
            foreach (byte value in data)
            {
                crc ^= value;
                for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
            Assert.Equal(~crc, Crc32.Compute(data));
            Assert.Equal(crc, Crc32.Slice(uint.MaxValue, data));
        }
    }

    [Fact]
    public void Compute_OfManyBytes_IsThatOfTheTables()
    {
        byte[] data = new byte[(1 << 19) + 100];
        new Random(3).NextBytes(data);
        for (int start = 0; start < 200; start++) Assert.Equal(~Crc32.Slice(uint.MaxValue, data.AsSpan(start)), Crc32.Compute(data.AsSpan(start)));
    }
}
