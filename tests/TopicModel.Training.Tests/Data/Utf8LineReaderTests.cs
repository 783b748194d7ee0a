using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class Utf8LineReaderTests
{
    [Fact]
    public void MoveNext_AnyTextInAnyPieces_GivesTheLinesOfASplit()
    {
        Arbitrary<string> texts = Gen.Elements("a", "đ", "😀", "\n", "\r\n", "\n\n", "\uFEFF").ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            string[] expected = text.TrimStart('\uFEFF').Length == text.Length ? text.Split('\n') : text[1..].Split('\n');
            if (expected[^1].Length == 0) expected = expected[..^1];
            var lines = new Utf8LineReader(new TrickleStream(Encoding.UTF8.GetBytes(text)), "f");
            var read = new List<string>();
            while (lines.MoveNext()) read.Add(Encoding.UTF8.GetString(lines.Line.Span));
            // A file of a byte order mark alone has one empty line, which every reader passes over.
            return read.Where(line => line.Length > 0).SequenceEqual(expected.Select(line => line.EndsWith('\r') ? line[..^1] : line).Where(line => line.Length > 0));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));
    }

    [Fact]
    public void MoveNext_LineBeyondTheLimit_IsRefused()
    {
        var lines = new Utf8LineReader(new MemoryStream(Encoding.UTF8.GetBytes("short\n" + new string('x', 300_000))), "big.jsonl", maxLineLength: 1000);

        Assert.True(lines.MoveNext());
        Assert.Equal("big.jsonl line 2: the line is longer than 1,000 bytes, expected one document a line", Assert.Throws<DataException>(() => lines.MoveNext()).Message);
    }

    /// <summary>Gives one to three bytes at a time, as a pipe may.</summary>
    internal sealed class TrickleStream(byte[] bytes) : ReadOnlyStream
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(1 + _position % 3, buffer.Length), bytes.Length - _position);
            bytes.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }
    }
}
