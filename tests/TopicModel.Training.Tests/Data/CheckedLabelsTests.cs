using System.Text;
using System.Text.Json;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class CheckedLabelsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder["checked.jsonl"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Contains_SameTextAndLabels_UntilOneOfThemChanges()
    {
        Document document = Docs.Of("một văn bản", ["b", "đọi"], 1);
        CheckedLabels known = CheckedLabels.None.With([Line("theme", document, "[\"đo\\u0323i\",\"b\"]")]);

        Assert.True(known.Contains("theme", document, ["b", "đọi"]));
        Assert.True(known.Contains("theme", Docs.Of("một văn bản", [], 77), ["đọi", "b"]));
        Assert.False(known.Contains("stance", document, ["b", "đọi"]));
        Assert.False(known.Contains("theme", document, ["b"]));
        Assert.False(known.Contains("theme", Docs.Of("một văn bản khác", [], 1), ["b", "đọi"]));
    }

    [Fact]
    public void With_IsSorted_ReplacesTheSameTextAndKeepsWhatPeopleWrote()
    {
        Document a = Docs.Of("a", [], 1), b = Docs.Of("b", [], 2);
        _folder.Write("checked.jsonl", $$"""

            {"id":"d2","classifier":"theme","label":"y","textHash":"{{DataFingerprint.OfTexts(b)}}","note":"như đã bàn"}
            {"id":"d1","classifier":"theme","label":"x","textHash":"{{DataFingerprint.OfTexts(a)}}"}
            """);

        CheckedLabels known = CheckedLabels.Read(File).With([Line("theme", a, "\"z\""), Line("stance", b, "[]")]);

        Assert.Equal(
            $$"""
            {"id":"d2","classifier":"stance","label":[],"textHash":"{{DataFingerprint.OfTexts(b)}}"}
            {"id":"d1","classifier":"theme","label":"z","textHash":"{{DataFingerprint.OfTexts(a)}}"}
            {"id":"d2","classifier":"theme","label":"y","textHash":"{{DataFingerprint.OfTexts(b)}}","note":"như đã bàn"}

            """, Encoding.UTF8.GetString(known.ToBytes()));
        Assert.Equal(3, known.Count);
    }

    [Fact]
    public void With_TwoCopiesOfATextWithDifferentLabels_KnowsBoth()
    {
        Document one = Docs.Of("a", [], 1), copy = Docs.Of("a", [], 2);

        CheckedLabels known = CheckedLabels.None.With([Line("theme", one, "\"x\""), Line("theme", copy, "\"y\""), Line("theme", copy, "\"y\"")]);

        Assert.True(known.Contains("theme", one, ["x"]));
        Assert.True(known.Contains("theme", copy, ["y"]));
        Assert.Equal(2, known.Count);
    }

    [Fact]
    public void FindLapsed_TextOrLabelChangedOrClassifierGone_NamesTheLines()
    {
        Document[] documents = Docs.Labelled("x", "y", "z");
        CheckedLabels known = CheckedLabels.None.With([Line("theme", documents[0], "\"x\""), Line("theme", documents[1], "\"x\""), Line("theme", Docs.Of("gone", [], 9), "\"x\""), Line("old", documents[2], "\"z\"")]);

        DataFinding lapsed = known.FindLapsed(documents, new Dictionary<string, int> { ["theme"] = 0 })!;

        Assert.Equal("3 checked labels of no document as it is now (text or label was changed, or it is gone), which can be deleted: i line 1 ('d3'), i line 1 ('d2'), i line 1 ('d9')", lapsed.ToString());
        Assert.Null(CheckedLabels.None.With([Line("theme", documents[0], "\"x\"")]).FindLapsed(documents, new Dictionary<string, int> { ["theme"] = 0 }));
    }

    [Theory]
    [InlineData("x", "malformed JSON, expected one complete JSON object a line")]
    [InlineData("{\"id\":\"a\",\"classifier\":\"c\",\"textHash\":\"0\",\"label\":3}", "'label' is 3, expected a text or a list of texts")]
    [InlineData("{\"id\":\"a\",\"classifier\":\"c\",\"textHash\":\"0\",\"label\":[\"\\ud800\"]}", "'label' is [\"\\ud800\"], expected a text or a list of texts")]
    [InlineData("{\"id\":\"a\",\"classifier\":\"c\",\"label\":\"x\"}", "'textHash' is missing, expected a text")]
    public void Read_WrongLine_NamesIt(string line, string message)
    {
        _folder.Write("checked.jsonl", line);

        Assert.Equal($"{File} line 1: {message}", Assert.Throws<DataException>(() => CheckedLabels.Read(File)).Message);
    }

    [Fact]
    public void Read_NoFile_IsNone() => Assert.Equal(0, CheckedLabels.Read(_folder["none.jsonl"]).Count);

    private static CheckedLabel Line(string classifier, Document document, string label) => CheckedLabel.OfIssue(
        new JsonLine("i line 1", JsonElement.Parse($$"""{"id":"{{document.Id}}","classifier":"{{classifier}}","given":{{label}},"textHash":"{{DataFingerprint.OfTexts(document)}}"}""")), "given");
}
