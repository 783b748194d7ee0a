using System.Globalization;
using System.Text;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class DocumentReaderTests : IDisposable
{
    private static readonly DataSchema Schema = new("id", ["title", "body"], ["label"]);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<Document> Read(params string[] patterns) => DocumentReader.Read(patterns, _folder.Path, Schema);

    private string Message(params string[] patterns) => Assert.Throws<DataException>(() => Read(patterns)).Message;

    private static string Show(Document document) =>
        $"{document.Id}: {string.Join(" / ", document.Texts)} [{string.Join(';', document.Labels.Select(labels => labels is null ? "null" : string.Join(',', labels)))}] {document.Place}";

    [Fact]
    public void JsonLines_EveryTypeOfValue_BecomesText()
    {
        _folder.Write("a.jsonl", """
            {"id": "x", "title": "T", "body": "B\n\u0111 đ", "label": "one"}
            {"id": 7, "body": "B", "label": ["a", 2, true, "c"], "other": {"deep": [1, {"label": "no"}]}}
            {"label": false, "title": null, "body": "B"}

            {"label": 1.50, "title": "T"}
            {"label": [], "title": "T", "id": null}
            {"label": "", "title": "T", "id": ""}
            """);

        Assert.Equal(
            [
                "x: T / B\nđ đ [one] a.jsonl line 1",
                "7:  / B [a,2,true,c] a.jsonl line 2",
                "a.jsonl:3:  / B [false] a.jsonl line 3",
                "a.jsonl:5: T /  [1.50] a.jsonl line 5",
                "a.jsonl:6: T /  [] a.jsonl line 6",
                "a.jsonl:7: T /  [] a.jsonl line 7",
            ],
            Read("a.jsonl").Select(Show));
    }

    [Fact]
    public void JsonLines_WithByteOrderMarkAndCarriageReturns_ReadsTheSame()
    {
        _folder.Write("a.jsonl", "\uFEFF{\"title\":\"T\",\"label\":\"x\"}\r\n\r\n  \r\n{\"title\":\"U\",\"label\":\"y\"}\r");

        Assert.Equal(["a.jsonl:1: T /  [x] a.jsonl line 1", "a.jsonl:4: U /  [y] a.jsonl line 4"], Read("a.jsonl").Select(Show));
    }

    [Fact]
    public void JsonLines_LinesLongerThanTheBuffer_AreWhole()
    {
        string[] bodies = [.. Enumerable.Range(0, 6).Select(i => new string((char)('a' + i), 100_000 * (i + 1)))];
        _folder.Write("a.jsonl", string.Join('\n', bodies.Select((body, i) => $"{{\"id\":{i},\"body\":\"{body}\",\"label\":\"x\"}}")));

        Assert.Equal(bodies, Read("a.jsonl").Select(document => document.Texts[1]));
    }

    [Fact]
    public void Delimited_QuotesLineEndsAndBars_AreRead()
    {
        _folder.Write("a.csv", "id,title,label,body\r\n1,\"a, \"\"b\"\"\",x,\"two\nlines\"\r\n\r\n2,t, x | y ,\r\n3,t,,b\r\n");
        _folder.Write("b.tsv", "id\tbody\tlabel\n4\ta, b\tz\n");

        Assert.Equal(
            [
                "1: a, \"b\" / two\nlines [x] a.csv line 2",
                "2: t /  [x,y] a.csv line 5",
                "3: t / b [] a.csv line 6",
                "4:  / a, b [z] b.tsv line 2",
            ],
            Read("a.csv", "b.tsv").Select(Show));
    }

    [Fact]
    public void Delimited_CharactersBeyondTheBasicPlaneAcrossBuffers_AreWhole()
    {
        string[] bodies = [.. Enumerable.Range(0, 40).Select(i => new string('x', i * 997) + string.Concat(Enumerable.Repeat("😀đ", 3000)))];
        _folder.Write("a.csv", "body,label\n" + string.Join('\n', bodies.Select(body => $"{body},l")));

        Assert.Equal(bodies, Read("a.csv").Select(document => document.Texts[1]));
    }

    [Fact]
    public void Gzip_AlsoJoinedFiles_ReadsAsThePlainFile()
    {
        const string First = "{\"id\":1,\"title\":\"T\",\"label\":\"x\"}\n", Second = "{\"id\":2,\"title\":\"U\",\"label\":\"y\"}\n";
        _folder.Write("a.jsonl.gz", TempFolder.Compress(First + Second));
        _folder.Write("b.jsonl.gz", [.. TempFolder.Compress(First), .. TempFolder.Compress(Second)]);

        Assert.Equal(["1: T /  [x] a.jsonl.gz line 1", "2: U /  [y] a.jsonl.gz line 2"], Read("a.jsonl.gz").Select(Show));
        Assert.Equal(["1: T /  [x] b.jsonl.gz line 1", "2: U /  [y] b.jsonl.gz line 2"], Read("b.jsonl.gz").Select(Show));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(60)]
    public void Gzip_CutShort_IsRefused(int missing)
    {
        string rows = string.Concat(Enumerable.Range(0, 500).Select(i => $"{{\"id\":{i},\"title\":\"T{i * 7919 % 1009}\",\"label\":\"x\"}}\n"));
        _folder.Write("a.jsonl.gz", TempFolder.Compress(rows)[..^missing]);

        Assert.Equal("a.jsonl.gz: the gzip file is damaged or cut short", Message("a.jsonl.gz"));
    }

    [Fact]
    public void Gzip_NotGzipAtAll_IsRefused()
    {
        _folder.Write("a.csv.gz", "title,label\nT,x\n");

        Assert.Equal("a.csv.gz: the gzip file is damaged or cut short", Message("a.csv.gz"));
    }

    [Fact]
    public void LabelFolder_TextsInOrdinalOrder_FolderIsTheLabel()
    {
        _folder.Write("set/sport/b.txt", "goal");
        _folder.Write("set/sport/B.txt", "\uFEFFmatch");
        _folder.Write("set/politics/x.txt", "vote");
        _folder.Write("set/politics/.hidden.txt", "no");
        _folder.Write("set/readme.txt", "no");

        string[] expected =
        [
            "set/politics/x.txt:  / vote [politics] set/politics/x.txt",
            "set/sport/B.txt:  / match [sport] set/sport/B.txt",
            "set/sport/b.txt:  / goal [sport] set/sport/b.txt",
        ];
        Assert.Equal(expected, Read("set").Select(Show));
        Assert.Equal(expected[1..], Read("set/s*/*.txt").Select(Show));
    }

    [Fact]
    public void Patterns_OverlapAndRecurse_EachFileOnceInOrder()
    {
        foreach (string name in new[] { "data/b.jsonl", "data/a.jsonl", "data/deep/er/c.jsonl", "other.jsonl" })
            _folder.Write(name, $"{{\"id\":\"{name}\",\"title\":\"T\",\"label\":\"x\"}}");

        Assert.Equal(["other.jsonl", "data/a.jsonl", "data/b.jsonl", "data/deep/er/c.jsonl"], Read("other.jsonl", "data/**/*.jsonl", "data/a.jsonl").Select(document => document.Id));
        Assert.Equal([$"{_folder["data/a.jsonl"]} line 1"], Read(_folder["data/a.jsonl"]).Select(document => document.Place));
    }

    [Fact]
    public void Schema_FieldUsedTwice_IsReadForBoth()
    {
        _folder.Write("a.jsonl", "{\"key\":\"k\",\"text\":\"t\"}");

        Document document = Assert.Single(DocumentReader.Read(["a.jsonl"], _folder.Path, new DataSchema("key", ["text"], ["key", "key"])));

        Assert.Equal("k: t [k;k] a.jsonl line 1", Show(document));
    }

    [Fact]
    public void Read_UnderACultureOfDecimalCommas_GivesTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        _folder.Write("a.csv", "title,label\n\"1,5\",2.5\n");
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.TextInfo.ListSeparator) = (",", ";");
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(["a.csv:2: 1,5 /  [2.5] a.csv line 2"], Read("a.csv").Select(Show));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Read_ReportsBytesOfTheDiskAndObeysCancellation()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 3000).Select(i => $"{{\"id\":{i},\"title\":\"{new string('x', 1000)}\",\"label\":\"x\"}}\n")));
        var told = new List<long>();

        DocumentReader.Read(["a.jsonl"], _folder.Path, Schema, new Told(told));

        Assert.Equal(new FileInfo(_folder["a.jsonl"]).Length, told[^1]);
        Assert.True(told.Count >= 3 && told.SequenceEqual(told.Order()), string.Join(' ', told));
        Assert.Throws<OperationCanceledException>(() => DocumentReader.Read(["a.jsonl"], _folder.Path, Schema, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void ReadWithProblems_LeavesBadRowsOutAndTellsThem()
    {
        _folder.Write("a.jsonl", "{\"id\":1,\"title\":\"T\",\"label\":\"x\"}\n{\"id\":1,\"label\":\"x\"}\n{\"id\":3,\"title\":\"T\"}");

        IReadOnlyList<Document> documents = DocumentReader.Read(["a.jsonl"], _folder.Path, Schema, out IReadOnlyList<DataFinding> problems);

        Assert.Equal(["1: T /  [x] a.jsonl line 1"], documents.Select(Show));
        Assert.Equal(["empty-text", "missing-label", "duplicate-id"], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.Equal((FindingSeverity.Error, 1), (problem.Severity, problem.Count)));
    }

    [Theory]
    [InlineData("missing.jsonl", "missing.jsonl: there is no such file or folder (ROOT/missing.jsonl)")]
    [InlineData("*/no*.csv", "*/no*.csv: no file matches this pattern (ROOT/*/no*.csv)")]
    [InlineData("no/where/*.csv", "no/where/*.csv: no file matches this pattern (ROOT/no/where/*.csv)")]
    [InlineData("empty", "empty: no texts in this folder, expected LABEL/*.txt (ROOT/empty)")]
    [InlineData("notes.docx", "notes.docx: unknown kind of data file, expected .jsonl, .csv, .tsv (each also with .gz), .txt or a folder of LABEL/*.txt")]
    [InlineData("notes.txt.gz", "notes.txt.gz: unknown kind of data file, expected .jsonl, .csv, .tsv (each also with .gz), .txt or a folder of LABEL/*.txt")]
    public void BadPattern_IsTold(string pattern, string message)
    {
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("notes.docx", "x");
        _folder.Write("notes.txt.gz", "x");

        Assert.Equal(message.Replace("ROOT", _folder.Path, StringComparison.Ordinal), Message(pattern));
    }

    [Theory]
    [InlineData("{\"title\":\"T\",\"label\":\"x\"}\nhello", "a.jsonl line 2: malformed JSON at byte 1, found 'h', expected one complete JSON object a line")]
    [InlineData("{\"title\":\"T\",\"label\":\"x\"", "a.jsonl line 1: malformed JSON at byte 25, found the end of the line, expected one complete JSON object a line")]
    [InlineData("{\"title\":\"T\",}", "a.jsonl line 1: malformed JSON at byte 14, found '}', expected one complete JSON object a line")]
    [InlineData("{\"title\":đ}", "a.jsonl line 1: malformed JSON at byte 10, found 'đ', expected one complete JSON object a line")]
    [InlineData("[{\"title\":\"T\"}]", "a.jsonl line 1: malformed JSON at byte 1, found '[', expected one complete JSON object a line")]
    [InlineData("{\"title\":\"T\"} {}", "a.jsonl line 1: malformed JSON at byte 15, found '{', expected one complete JSON object a line")]
    [InlineData("{\"title\":\"\\ud83d\",\"label\":\"x\"}", "a.jsonl line 1: field 'title' has an escape of half a character (a lone surrogate), expected whole characters")]
    [InlineData("{\"title\":5,\"label\":\"x\"}", "a.jsonl line 1: field 'title' is the number 5, expected a text")]
    [InlineData("{\"title\":true,\"label\":\"x\"}", "a.jsonl line 1: field 'title' is true, expected a text")]
    [InlineData("{\"title\":[\"a\"],\"label\":\"x\"}", "a.jsonl line 1: field 'title' is a list, expected a text")]
    [InlineData("{\"title\":{},\"label\":\"x\"}", "a.jsonl line 1: field 'title' is an object, expected a text")]
    [InlineData("{\"title\":\"T\",\"label\":{\"a\":1}}", "a.jsonl line 1: field 'label' is an object, expected a text, a number, true, false or a list of these")]
    [InlineData("{\"title\":\"T\",\"label\":[\"a\",null]}", "a.jsonl line 1: field 'label' is a list with other things than plain values in it, expected a text, a number, true, false or a list of these")]
    [InlineData("{\"title\":\"T\",\"label\":\"x\",\"id\":[1]}", "a.jsonl line 1: field 'id' is a list, expected a text or a number")]
    [InlineData("", "no documents in 'a.jsonl', expected at least one")]
    [InlineData("\n\r\n  \n", "no documents in 'a.jsonl', expected at least one")]
    [InlineData("{}", "1 row without text (fields 'title' and 'body' are all empty): a.jsonl line 1; 1 row without a label (field 'label' is missing): a.jsonl line 1")]
    [InlineData("{\"id\":1,\"title\":\"T\",\"label\":\"x\"}\n{\"id\":\"1\",\"title\":\"U\",\"label\":\"x\"}", "1 row with the identifier of an earlier row: a.jsonl line 2 ('1' of a.jsonl line 1)")]
    public void BadJsonLines_AreTold(string content, string message)
    {
        _folder.Write("a.jsonl", content);

        Assert.Equal(message, Message("a.jsonl"));
    }

    [Theory]
    [InlineData("title,label\na\"b,x\n", "a.csv line 2: malformed cell a\"b, expected a cell with quotes to stand between quotes with each inner quote doubled")]
    [InlineData("title,label\nT,x\n\n\"never closed,x\nT,x\n", "a.csv line 4: malformed cell \"never closed,x T,x , expected a cell with quotes to stand between quotes with each inner quote doubled")]
    [InlineData("title,label\nT,x\nT\n", "a.csv line 3: malformed row of 1 cell, expected 2 as in the header")]
    [InlineData("title,label\n\"T\n\nT\",x\nT,x,y\n", "a.csv line 5: malformed row of 3 cells, expected 2 as in the header")]
    [InlineData("title,label,title\nT,x,T\n", "a.csv line 1: two columns are named 'title', expected different names")]
    [InlineData("headline,label\nT,x\n", "a.csv line 1: there is no column 'title' or 'body', the columns are 'headline' and 'label'")]
    [InlineData("title,lable\nT,x\n", "a.csv line 1: there is no column 'label', the columns are 'title' and 'lable'")]
    [InlineData("title,label\n", "no documents in 'a.csv', expected at least one")]
    [InlineData("", "no documents in 'a.csv', expected at least one")]
    [InlineData("title,label\n\" \",x\n", "1 row without text (fields 'title' and 'body' are all empty): a.csv line 2")]
    public void BadCsv_IsTold(string content, string message)
    {
        _folder.Write("a.csv", content);

        Assert.Equal(message, Message("a.csv"));
    }

    [Theory]
    [InlineData("a.jsonl", "{\"title\":\"T\",\"label\":\"x\"}\n{\"title\":\"caf\u00E9\"}", "a.jsonl line 2: byte 0xE9 is not UTF-8, expected a file that is saved as UTF-8")]
    [InlineData("a.csv", "title,label\ncaf\u00E9,x\n", "a.csv line 2: byte 0xE9 is not UTF-8, expected a file that is saved as UTF-8")]
    [InlineData("set/x/a.txt", "one\ntwo\ncaf\u00E9", "set/x/a.txt line 3: byte 0xE9 is not UTF-8, expected a file that is saved as UTF-8")]
    public void NotUtf8_IsToldWithItsLine(string name, string content, string message)
    {
        _folder.Write(name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(message, Message(name));
    }

    [Fact]
    public void Utf16File_IsNotUtf8()
    {
        _folder.Write("a.jsonl", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray());

        Assert.Equal("a.jsonl line 1: byte 0xFF is not UTF-8, expected a file that is saved as UTF-8", Message("a.jsonl"));
    }

    [Fact]
    public void RowsWithoutTextOrLabel_AreAllCountedAndTheFirstTenShown()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(1, 12).Select(i => $"{{\"id\":{i},\"title\":\" \",\"label\":\"x\"}}\n")));
        _folder.Write("b.jsonl", "{\"title\":\"T\",\"label\":\"x\"}\n{\"title\":\"T\",\"label\":null}\n{\"title\":\"T\"}\n");

        Assert.Equal(
            "12 rows without text (fields 'title' and 'body' are all empty): a.jsonl line 1, a.jsonl line 2, a.jsonl line 3, a.jsonl line 4, a.jsonl line 5, "
            + "a.jsonl line 6, a.jsonl line 7, a.jsonl line 8, a.jsonl line 9, a.jsonl line 10 and 2 more; "
            + "2 rows without a label (field 'label' is missing): b.jsonl line 2, b.jsonl line 3",
            Message("a.jsonl", "b.jsonl"));
    }

    [Fact]
    public void TextOf50Megabytes_IsRefusedWithItsLength()
    {
        string text = new('x', 50_000_000);
        _folder.Write("a.jsonl", $"{{\"title\":\"T\",\"label\":\"x\"}}\n{{\"body\":\"{text}\",\"label\":\"x\"}}");
        _folder.Write("a.csv", $"body,label\n{text},x\n");
        _folder.Write("x/a.txt", text);

        Assert.Equal("a.jsonl line 2: field 'body' has 50,000,000 characters, the limit is 16,000,000", Message("a.jsonl"));
        Assert.Equal("a.csv line 2: field 'body' has 50,000,000 characters, the limit is 16,000,000", Message("a.csv"));
        Assert.Equal("x/a.txt: field 'body' has 50,000,000 characters, the limit is 16,000,000", Message("x/a.txt"));
    }

    [Fact]
    public void FileThatCannotBeOpened_IsTold()
    {
        _folder.Write("a.jsonl", "{}");
        using FileStream held = File.Open(_folder["a.jsonl"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        DataException e = Assert.Throws<DataException>(() => Read("a.jsonl"));

        Assert.Equal($"a.jsonl: the file cannot be read: {e.InnerException!.Message}", e.Message);
        Assert.IsAssignableFrom<IOException>(e.InnerException);
    }

    private sealed class Told(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
