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
    [InlineData("[1]", "stdin:  / [1] - stdin")]
    [InlineData("", "stdin:  /  - stdin")]
    public void Read_StandardInput_IsJsonLinesOrOneArticle(string input, string expected) =>
        Assert.Equal(expected, string.Join('|', Rows(["-"], input: input).Select(Show)));

    [Fact]
    public void Read_StandardInput_IsNotTouchedBeforeItsRowsAreAskedFor()
    {
        var input = new MemoryStream(Encoding.UTF8.GetBytes("{}\n"));

        IEnumerable<InputRow> rows = InputReader.Read(["-"], _folder.Path, "id", ["body"], keepFields: false, input);

        Assert.Equal(0, input.Position);
        Assert.Single(rows);
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
        _folder.Write("a.jsonl", "{\"id\":1}\n{\"id\":");
        using IEnumerator<InputRow> rows = Rows(["a.jsonl"]).GetEnumerator();

        Assert.True(rows.MoveNext());
        Assert.Equal(
            "a.jsonl line 2: malformed JSON at byte 7, found the end of the line, expected one complete JSON object a line",
            Assert.Throws<DataException>(() => rows.MoveNext()).Message);
    }

    [Fact]
    public void Read_HugeFile_KeepsOneRowInMemory()
    {
        const int Count = 20_000;
        string row = $"{{\"body\":\"{new string('x', 2_000)}\"}}\n";
        _folder.Write("a.jsonl", string.Concat(Enumerable.Repeat(row, Count)));
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int read = 0;

        foreach (InputRow _ in Rows(["a.jsonl"]))
            if (++read % 5_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);

        Assert.Equal(Count, read);
        // The rows are 40 MB; what is kept is far below, whatever other tests do to the heap meanwhile.
        Assert.InRange(most, long.MinValue, 30 << 20);
    }

    [Fact]
    public void Read_TextBeyondTheLimit_IsRefused() => Assert.Equal(
        "stdin: field 'body' has 16,000,001 characters, the limit is 16,000,000",
        Assert.Throws<DataException>(() => Rows(["-"], input: new string('x', Article.MaxTextLength + 1)).ToList()).Message);
}
