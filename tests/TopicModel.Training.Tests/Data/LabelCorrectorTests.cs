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
    [InlineData("{\"accept\":true,\"id\":\"a\",\"place\":\"data/rows.jsonl\"}", "'place' is 'data/rows.jsonl', expected FILE:LINE")]
    [InlineData("{\"accept\":true,\"place\":\"data/rows.jsonl:1\"}", "'id' is missing, expected a text")]
    [InlineData("{\"accept\":true,\"id\":\"a\",\"place\":\"data/rows.jsonl:1\",\"field\":\"stance\",\"given\":\"favor\",\"suggested\":[1]}", "'suggested' is missing, expected a text or a list of texts")]
    public void Read_WrongLine_SaysWhereAndWhat(string line, string message)
    {
        _folder.Write("issues.jsonl", "\n" + line);

        Assert.Equal($"{_folder["issues.jsonl"]} line 2: {message}", Assert.Throws<DataException>(() => LabelIssue.Read(_folder["issues.jsonl"])).Message);
    }

    [Fact]
    public void Apply_OtherFormat_IsRefused()
    {
        _folder.Write("rows.csv", "id,stance\na,favor\n");

        DataException error = Assert.Throws<DataException>(() => Apply(Issue("a", 2, "stance", "\"favor\"", "\"x\"", accept: true, "rows.csv")));

        Assert.EndsWith("rows.csv cannot be corrected here, only .jsonl files can; correct line 2 by hand and set 'accept' to false", error.Message, StringComparison.Ordinal);
    }

    private static string Issue(string id, int line, string field, string given, string suggested, bool accept, string file = "data/rows.jsonl") =>
        $$"""{"id":"{{id}}","classifier":"c","field":"{{field}}","given":{{given}},"suggested":{{suggested}},"accept":{{(accept ? "true" : "false")}},"place":"{{file}}:{{line}}"}""";

    private void Apply(params string[] issues)
    {
        _folder.Write("issues.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', issues)));
        (IReadOnlyList<LabelIssue> accepted, _) = LabelIssue.Read(_folder["issues.jsonl"]);
        using var files = new StagedFiles();
        new LabelCorrector(_folder.Path, "id").Stage(accepted, files);
        files.Commit();
    }
}
