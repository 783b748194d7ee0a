using System.IO.Compression;
using System.Text;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

namespace TopicModel.Training.Tests.Data;

public sealed class LabelCorrectorTests : IDisposable
{
    private const string Rows = "{\"id\": \"a\",  \"stance\":\"favor\", \"n\": {\"stance\": 1}}\r\n{\"id\":7,\"tags\":[\"x\", \"y\"],\"urgent\":true,\"stance\":\"đo\\u0323i\"}\n{\"stance\":\"favor\",\"id\":\"c\"}";

    private readonly TempFolder _folder = new();

    public LabelCorrectorTests() => _folder.Write("data/rows.jsonl", Rows);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Apply_AcceptedIssues_ChangesNothingButTheLabels()
    {
        Apply(Issue("a", 1, "stance", "\"favor\"", "\"against\"", accept: true), Issue("7", 2, "tags", "[\"y\",\"x\"]", "[\"ừ\"]", accept: true), Issue("7", 2, "urgent", "\"true\"", "\"false\"", accept: true),
            Issue("c", 3, "stance", "\"favor\"", "\"neutral\"", accept: false));

        Assert.Equal(Rows.Replace("\"stance\":\"favor\", \"n\"", "\"stance\":\"against\", \"n\"", StringComparison.Ordinal).Replace("[\"x\", \"y\"]", "[\"ừ\"]", StringComparison.Ordinal)
            .Replace("\"urgent\":true", "\"urgent\":false", StringComparison.Ordinal), File.ReadAllText(_folder["data/rows.jsonl"]));
    }

    [Fact]
    public void Apply_GivenInAnotherUnicodeForm_IsTheSameLabel()
    {
        Apply(Issue("7", 2, "stance", "\"đọi\"", "\"x\"", accept: true));

        Assert.Contains("\"stance\":\"x\"", File.ReadAllText(_folder["data/rows.jsonl"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b", 1, "stance", "\"favor\"", "issues.jsonl line 1: data/rows.jsonl line 1: 'id' is 'a' there; train again for new issues. Nothing was changed")]
    [InlineData("a", 1, "stance", "\"against\"", "issues.jsonl line 1: data/rows.jsonl line 1: 'stance' is \"favor\" there, not what the issue was found with; train again for new issues. Nothing was changed")]
    [InlineData("a", 1, "topic", "\"favor\"", "issues.jsonl line 1: data/rows.jsonl line 1: there is no field 'topic'; train again for new issues. Nothing was changed")]
    [InlineData("a", 9, "stance", "\"favor\"", "issues.jsonl line 1: data/rows.jsonl line 9: the file has only 3 lines; train again for new issues. Nothing was changed")]
    public void Apply_DataChangedSince_SaysWhereAndChangesNothing(string id, int line, string field, string given, string message)
    {
        DataException error = Assert.Throws<DataException>(() => Apply(Issue(id, line, field, given, "\"neutral\"", accept: true)));

        Assert.Equal(message, error.Message.Replace(_folder["issues.jsonl"], "issues.jsonl", StringComparison.Ordinal));
        Assert.Equal(["data/rows.jsonl", "issues.jsonl"], _folder.Snapshot().Keys);
        Assert.Equal(Rows, File.ReadAllText(_folder["data/rows.jsonl"]));
    }

    [Theory]
    [InlineData("{\"accept\": true", "malformed JSON, expected one complete JSON object a line")]
    [InlineData("[]", "expected a JSON object")]
    [InlineData("{\"accept\":\"yes\"}", "'accept' is \"yes\", expected true or false")]
    [InlineData("{\"accept\":true,\"id\":\"a\",\"given\":\"a\",\"suggested\":\"b\",\"place\":\"data/rows.jsonl\"}", "'place' is 'data/rows.jsonl', expected FILE:LINE")]
    [InlineData("{\"accept\":true,\"given\":\"a\",\"suggested\":\"b\",\"place\":\"data/rows.jsonl:1\"}", "'id' is missing, expected a text")]
    [InlineData("{\"accept\":true,\"id\":\"a\",\"place\":\"data/rows.jsonl:1\",\"field\":\"stance\",\"given\":\"favor\",\"suggested\":[1]}", "'suggested' is [1], expected a text or a list of texts")]
    [InlineData("{\"accept\":true,\"stands\":true}", "'accept' and 'stands' are both true; set 'accept' to have 'suggested' written into the data, or 'stands' where the given label is right")]
    [InlineData("{\"stands\":1}", "'stands' is 1, expected true or false")]
    [InlineData("{\"stands\":true,\"id\":\"a\",\"classifier\":\"c\",\"given\":\"favor\"}", "'textHash' is missing, without which a checked label cannot be recognised; train again for new issues")]
    public void Read_WrongLine_SaysWhereAndWhat(string line, string message)
    {
        _folder.Write("issues.jsonl", "\n" + line);

        Assert.Equal($"{_folder["issues.jsonl"]} line 2: {message}", Assert.Throws<DataException>(() => SettledIssues.Read(_folder["issues.jsonl"])).Message);
    }

    /// <summary>Files of versions that knew no checked labels have no hash of the text.</summary>
    [Fact]
    public void Read_LineWithoutHashThatSuggestsWhatIsGiven_StandsAndIsNotRemembered()
    {
        _folder.Write("issues.jsonl", Issue("a", 1, "stance", "\"favor\"", "\"favor\"", accept: true));

        SettledIssues settled = SettledIssues.Read(_folder["issues.jsonl"]);

        Assert.Equal((0, 0, 1, 0), (settled.Corrections.Count, settled.Checked.Count, settled.Standing, settled.Open));
    }

    [Theory]
    [InlineData("sports/a.txt", "the label of sports/a.txt is the name of its folder: move the file into the folder 'x' by hand and set 'accept' to false. Nothing was changed")]
    [InlineData("rows.xlsx:2", "rows.xlsx: unknown kind of data file, expected .jsonl, .csv, .tsv (each also with .gz), .txt or a folder of LABEL/*.txt")]
    [InlineData("gone.csv:2", "gone.csv: there is no such file")]
    public void Apply_FileWithoutRows_SaysWhatToDo(string place, string message)
    {
        _folder.Write("sports/a.txt", "bóng đá");
        _folder.Write("rows.xlsx", "");

        DataException error = Assert.Throws<DataException>(() => Apply($$"""{"id":"a","field":"stance","given":"sports","suggested":"x","accept":true,"place":"{{place}}"}"""));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_CompressedFile_IsCompressedAgain()
    {
        _folder.Write("rows.jsonl.gz", TempFolder.Compress(Rows));

        Apply(Issue("c", 3, "stance", "\"favor\"", "\"đối\"", accept: true, "rows.jsonl.gz"));

        using var content = new StreamReader(new GZipStream(File.OpenRead(_folder["rows.jsonl.gz"]), CompressionMode.Decompress));
        Assert.Equal(Rows.Replace("{\"stance\":\"favor\",\"id\":\"c\"}", "{\"stance\":\"đối\",\"id\":\"c\"}", StringComparison.Ordinal), content.ReadToEnd());
    }

    [Theory]
    [InlineData("rows.csv", ',')]
    [InlineData("rows.tsv", '\t')]
    public void Apply_Cells_ChangesNothingButTheLabels(string file, char separator)
    {
        string rows = "\uFEFFid, topic ,text,tags\r\n\r\na,sports,\"two\r\nlines, \"\"quoted\"\"\",x|y\nb,\"sports\",t,\"[\"\"x\"\"]\"\n,sports,t,\nd,sports,t,x".Replace(',', separator);
        _folder.Write(file, rows);

        Apply(Issue("a", 3, "topic", "\"sports\"", "\"kinh tế\"", accept: true, file), Issue("a", 3, "tags", "[\"y\",\"x\"]", "[\"y\",\"z\"]", accept: true, file),
            Issue("b", 5, "topic", "\"sports\"", "\"a \\\"b\\\"\"", accept: true, file), Issue("b", 5, "tags", "[\"x\"]", "[]", accept: true, file),
            Issue($"{file}:6", 6, "tags", "[]", "[\"p|q\"]", accept: true, file), Issue("d", 7, "tags", "[\"x\"]", "[]", accept: true, file), Issue("d", 7, "topic", "\"sports\"", $"\"a{(separator == '\t' ? "\\t" : ",")}b\"", accept: true, file));

        string expected = "\uFEFFid, topic ,text,tags\r\n\r\na,kinh tế,\"two\r\nlines, \"\"quoted\"\"\",\"[\"\"y\"\"¦\"\"z\"\"]\"\nb,\"a \"\"b\"\"\",t,\"[]\"\n,sports,t,\"[\"\"p|q\"\"]\"\nd,\"a,b\",t,[]".Replace(',', separator).Replace('¦', ',');
        Assert.Equal(Encoding.UTF8.GetBytes(expected), File.ReadAllBytes(_folder[file]));
    }

    [Theory]
    [InlineData("b", 2, "topic", "\"sports\"", "'id' is 'a' there")]
    [InlineData("a", 2, "topic", "\"economy\"", "'topic' is 'sports' there, not what the issue was found with")]
    [InlineData("a", 2, "tags", "\"y\"", "there is no column 'tags'")]
    [InlineData("a", 1, "topic", "\"sports\"", "no row starts there")]
    [InlineData("a", 3, "topic", "\"sports\"", "the row has 1 cell, the header 2")]
    [InlineData("a", 9, "topic", "\"sports\"", "no row starts there")]
    public void Apply_CellsChangedSince_SaysWhereAndChangesNothing(string id, int line, string field, string given, string message)
    {
        _folder.Write("rows.csv", "id,topic\na,sports\nb\n");

        DataException error = Assert.Throws<DataException>(() => Apply(Issue(id, line, field, given, "\"x\"", accept: true, "rows.csv")));

        Assert.EndsWith($"issues.jsonl line 1: rows.csv line {line}: {message}; train again for new issues. Nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Equal("id,topic\na,sports\nb\n", File.ReadAllText(_folder["rows.csv"]));
    }

    [Fact]
    public void Apply_TwoLinesForOneCell_IsRefused()
    {
        _folder.Write("rows.csv", "id,topic\na,sports\n");
        string issue = Issue("a", 2, "topic", "\"sports\"", "\"x\"", accept: true, "rows.csv");

        Assert.EndsWith("issues.jsonl line 2: rows.csv line 2: another accepted line corrects 'topic' there too; train again for new issues. Nothing was changed", Assert.Throws<DataException>(() => Apply(issue, issue)).Message, StringComparison.Ordinal);
    }

    private static string Issue(string id, int line, string field, string given, string suggested, bool accept, string file = "data/rows.jsonl") =>
        $$"""{"id":"{{id}}","classifier":"c","field":"{{field}}","given":{{given}},"suggested":{{suggested}},"accept":{{(accept ? "true" : "false")}},"place":"{{file}}:{{line}}"}""";

    private void Apply(params string[] issues)
    {
        _folder.Write("issues.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', issues)));
        SettledIssues settled = SettledIssues.Read(_folder["issues.jsonl"]);
        using var files = new StagedFiles();
        new LabelCorrector(_folder.Path, "id").Stage(settled.Corrections, files);
        files.Commit();
    }
}
