using System.Runtime.CompilerServices;
using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class InputReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IEnumerable<InputRow> Rows(string[] patterns, bool keepFields = false, string input = "") =>
        InputReader.Read(patterns, _folder.Path, "id", ["title", "body"], keepFields, new MemoryStream(Encoding.UTF8.GetBytes(input)));

    private static string Show(InputRow row) => $"{row.Id}: {row.Article.Title} / {row.Article.Body} {row.Extra?.GetRawText() ?? "-"} {row.Place}";

    [Fact]
    public void Read_FilesOfEveryFormat_GivesTheirRowsInOrder()
    {
        _folder.Write("a.jsonl", "{\"id\":\"x\",\"title\":\"T\",\"label\":[1]}\n\n{}\n");
        _folder.Write("b.csv", "body,extra\nB,1\n");
        _folder.Write("c.tsv.gz", TempFolder.Compress("id\ttitle\n9\tT\n"));
        _folder.Write("d.txt", "whole\ntext\n");

        Assert.Equal(
            ["x: T /  - a.jsonl line 1", "a.jsonl:3:  /  - a.jsonl line 3", "b.csv:2:  / B - b.csv line 2", "9: T /  - c.tsv.gz line 2", "d.txt:  / whole\ntext\n - d.txt"],
            Rows(["a.jsonl", "b.csv", "c.tsv.gz", "d.txt"]).Select(Show));
    }

    [Fact]
    public void Read_KeepFields_GivesAllOthersAsTheyStand()
    {
        _folder.Write("a.jsonl", "{\"z\": {\"a\" : [1, 2.50]}, \"title\":\"T\", \"y\":\"đ\\n\", \"id\":1}\n{\"id\":2}\n");
        _folder.Write("b.csv", "title,author,year\nT,\"An, Bình\",2024\n");

        Assert.Equal(
            [
                "1: T /  {\"z\": {\"a\" : [1, 2.50]},\"y\":\"đ\\n\"} a.jsonl line 1",
                "2:  /  {} a.jsonl line 2",
                "b.csv:2: T /  {\"author\":\"An, B\\u00ECnh\",\"year\":\"2024\"} b.csv line 2",
            ],
            Rows(["a.jsonl", "b.csv"], keepFields: true).Select(Show));
    }

    [Theory]
    [InlineData("{\"title\":\"T\"}\n{\"title\":\"U\"}", "stdin:1: T /  - stdin line 1|stdin:2: U /  - stdin line 2")]
    [InlineData("\uFEFF \r\n\n  {\"title\":\"T\"}", "stdin:3: T /  - stdin line 3")]
    [InlineData("Một bài báo {\n", "stdin:  / Một bài báo {\n - stdin")]
    [InlineData("", "")]
    [InlineData("\uFEFF \r\n\t", "")]
    public void Read_StandardInput_IsJsonLinesOrOneArticle(string input, string expected) =>
        Assert.Equal(expected, string.Join('|', Rows(["-"], input: input).Select(Show)));

    [Fact]
    public void Read_StandardInput_IsNotTouchedBeforeItsRowsAreAskedFor()
    {
        var input = new MemoryStream(Encoding.UTF8.GetBytes("{\"body\":\"B\"}\n"));

        IEnumerable<InputRow> rows = InputReader.Read(["-"], _folder.Path, "id", ["body"], keepFields: false, input);

        Assert.Equal(0, input.Position);
        Assert.Single(rows);
    }

    [Fact]
    public void Read_StandardInputOfAJsonList_IsRefused() => Assert.Equal(
        "stdin line 3: found '[', expected JSON lines, one object a line",
        Assert.Throws<DataException>(() => Rows(["-"], input: "\uFEFF\n\n [{\"body\":\"B\"}]").ToList()).Message);

    [Theory]
    [InlineData("{\"id\":1,\"text\":\"T\",\"label\":\"x\"}", "a.jsonl line 1: there is none of the text fields 'title', 'body'; the row has 'id', 'text', 'label'")]
    [InlineData("\n{}\n{\"body\":\"B\"}", "a.jsonl line 2: there is none of the text fields 'title', 'body'; the row has no fields")]
    public void Read_FirstRowWithoutTextField_IsRefused(string content, string message)
    {
        _folder.Write("a.jsonl", content);

        Assert.Equal(message, Assert.Throws<DataException>(() => Rows(["a.jsonl"]).ToList()).Message);
    }

    [Fact]
    public void Read_FirstRowWithoutTheOnlyTextField_IsRefused() => Assert.Equal(
        "stdin line 1: there is no text field 'body'; the row has 'text'",
        Assert.Throws<DataException>(() => InputReader.Read(["-"], _folder.Path, "id", ["body"], keepFields: false, new MemoryStream("{\"text\":\"T\"}"u8.ToArray())).ToList()).Message);

    [Fact]
    public void Read_LaterRowWithoutTextField_IsMarked()
    {
        _folder.Write("a.jsonl", "{\"body\":null}\n{\"text\":\"T\"}\n{\"title\":\"T\"}\n{}\n");
        _folder.Write("b.txt", "T");

        Assert.Equal([true, false, true, false, true], Rows(["a.jsonl", "b.txt"]).Select(row => row.HasTextField));
    }

    [Fact]
    public void Read_IdsOfEveryType_AreMarked()
    {
        _folder.Write("a.jsonl", "{\"id\":7,\"body\":\"B\"}\n{\"id\":\"7\",\"body\":\"B\"}\n{\"id\":true,\"body\":\"B\"}\n{\"id\":1.50e3,\"body\":\"B\"}\n{\"id\":null,\"body\":\"B\"}\n");

        Assert.Equal([("7", true), ("7", false), ("true", true), ("1.50e3", true), ("a.jsonl:5", false)], Rows(["a.jsonl"]).Select(row => (row.Id, row.HasLiteralId)));
    }

    [Fact]
    public void Read_MissingFile_IsToldBeforeAnyRow()
    {
        _folder.Write("a.jsonl", "{}");

        Assert.Equal(
            $"b.jsonl: there is no such file or folder ({_folder["b.jsonl"]})",
            Assert.Throws<DataException>(() => Rows(["a.jsonl", "b.jsonl"])).Message);
    }

    [Fact]
    public void Read_MalformedRow_ComesAfterTheRowsBeforeIt()
    {
        _folder.Write("a.jsonl", "{\"body\":\"\"}\n{\"id\":");
        using IEnumerator<InputRow> rows = Rows(["a.jsonl"]).GetEnumerator();

        Assert.True(rows.MoveNext());
        Assert.Equal(
            "a.jsonl line 2: malformed JSON at byte 7, found the end of the line, expected one complete JSON object a line",
            Assert.Throws<DataException>(() => rows.MoveNext()).Message);
    }

    [Fact]
    public void Read_LongInput_IsReadPiecemealAndRowsAreLetGo()
    {
        const int Count = 4_000;
        var input = new RepeatedLine(Encoding.UTF8.GetBytes($"{{\"body\":\"{new string('x', 2_000)}\"}}\n"), Count);
        var articles = new List<WeakReference>();

        using IEnumerator<InputRow> rows = InputReader.Read(["-"], _folder.Path, "id", ["body"], keepFields: false, input).GetEnumerator();
        while (TakeRow(rows, articles))
        {
            Assert.InRange(input.LinesGiven - articles.Count, 0, 500);
            if (articles.Count % 500 != 0) continue;
            GC.Collect();
            Assert.InRange(articles.Count(article => article.IsAlive), 0, 5);
        }

        Assert.Equal(Count, articles.Count);
    }

    /// <summary>A method of its own, so that no local variable of the loop keeps a row alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TakeRow(IEnumerator<InputRow> rows, List<WeakReference> articles)
    {
        if (!rows.MoveNext()) return false;
        articles.Add(new WeakReference(rows.Current.Article));
        return true;
    }

    [Fact]
    public void Read_TextBeyondTheLimit_IsRefused() => Assert.Equal(
        "stdin: field 'body' has 16,000,001 characters, the limit is 16,000,000",
        Assert.Throws<DataException>(() => Rows(["-"], input: new string('x', Article.MaxTextLength + 1)).ToList()).Message);

    /// <summary>A stream of one line again and again, made while it is read.</summary>
    private sealed class RepeatedLine(byte[] line, int count) : ReadOnlyStream
    {
        private long _position;

        /// <summary>Lines read so far, the last one perhaps in part.</summary>
        public long LinesGiven => (_position + line.Length - 1) / line.Length;

        public override int Read(Span<byte> buffer)
        {
            if (_position == (long)line.Length * count) return 0;
            ReadOnlySpan<byte> rest = line.AsSpan((int)(_position % line.Length));
            int read = Math.Min(rest.Length, buffer.Length);
            rest[..read].CopyTo(buffer);
            _position += read;
            return read;
        }
    }
}
