using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class JsonLinesReaderTests
{
    private static readonly FieldMap Fields = new(new DataSchema("id", ["text"], ["label"]));

    [Fact]
    public void Read_ManyBatches_GivesTheRowsInOrder()
    {
        List<DataRow> rows = [.. Reader(Lines(3000)).Read()];

        Assert.Equal(Enumerable.Range(0, 3000).Select(i => (2 * i + 1, $"{i}")), rows.Select(row => (row.Line, row.Values[0].Text!)));
    }

    [Theory]
    [InlineData("{", "f line 6001: malformed JSON at byte 2, found the end of the line, expected one complete JSON object a line")]
    [InlineData("\u00ff", "f line 6001: byte 0xFF is not UTF-8, expected a file that is saved as UTF-8")]
    public void Read_ALineThatCannotBeRead_IsToldBehindTheRowsBeforeIt(string line, string expected)
    {
        var read = new List<DataRow>();
        byte[] bytes = [.. Lines(3000), .. Encoding.Latin1.GetBytes(line), .. "\n{}\n"u8];

        string message = Assert.Throws<DataException>(() =>
        {
            foreach (DataRow row in Reader(bytes).Read()) read.Add(row);
        }).Message;

        Assert.Equal(expected, message);
        Assert.Equal(3000, read.Count);
    }

    [Fact]
    public void Read_AStreamThatFails_IsToldBehindTheRowsBeforeIt()
    {
        var read = new List<DataRow>();
        var failure = new IOException("broken");

        IOException thrown = Assert.Throws<IOException>(() =>
        {
            foreach (DataRow row in new JsonLinesReader(new FailingStream(Lines(3000), failure), "f", Fields, keepRest: false).Read()) read.Add(row);
        });

        Assert.Same(failure, thrown);
        Assert.Equal(3000, read.Count);
    }

    [Fact]
    public void Read_AStreamThatIsCancelled_StopsAtOnce()
    {
        IEnumerable<DataRow> rows = new JsonLinesReader(new FailingStream(Lines(10), new OperationCanceledException()), "f", Fields, keepRest: false).Read();

        using IEnumerator<DataRow> row = rows.GetEnumerator();
        Assert.Throws<OperationCanceledException>(() => row.MoveNext());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Read_ALiveStream_GivesWhatIsThereBeforeItAsksForMore(bool isLive, int expected)
    {
        var stream = new FailingStream(Lines(3), new IOException("broken"));

        using IEnumerator<DataRow> row = new JsonLinesReader(stream, "f", Fields, keepRest: false, isLive).Read().GetEnumerator();
        for (int i = 0; i < 3; i++) Assert.True(row.MoveNext());

        Assert.Equal(expected, stream.Reads);
    }

    private static JsonLinesReader Reader(byte[] bytes) => new(new MemoryStream(bytes), "f", Fields, keepRest: false);

    /// <summary>Rows of 500 bytes with an empty line behind each.</summary>
    private static byte[] Lines(int count)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) lines.Append($"{{\"id\":\"{i}\",\"text\":\"{new string('ế', 150)}\"}}\n\n");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>Fails at its end.</summary>
    private sealed class FailingStream(byte[] bytes, Exception failure) : ReadOnlyStream
    {
        private readonly MemoryStream _bytes = new(bytes);

        /// <summary>How often it was asked for bytes.</summary>
        public int Reads { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            Reads++;
            return _bytes.Read(buffer) is var read and > 0 ? read : throw failure;
        }
    }
}
