using System.Text.Json;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class SchemaSnifferTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private SniffedSchema LookAtRows(int count, Func<int, object> row) =>
        SchemaSniffer.Look(_folder[_folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(row(i)) + "\n")))]);

    private static string Show(SniffedSchema schema) =>
        $"{schema.IdField ?? "-"} | {string.Join(' ', schema.TextFields)} | {string.Join(' ', schema.LabelFields.Select(label => $"{label.Field}:{label.Kind}({string.Join(',', label.Values)})"))}";

    [Fact]
    public void Look_NewsWithEveryKindOfLabel_FindsThemAll()
    {
        SniffedSchema schema = LookAtRows(60, i => new
        {
            id = $"n{i}",
            title = $"Bản tin thứ {i} về công việc",
            body = $"Ngày thứ {i}, các bộ họp bàn. Cần hoàn thành đề án số {i} trong năm. Hết tin số {i}.",
            themes = i % 3 == 0 ? new[] { "party", "economy" } : i % 3 == 1 ? ["people"] : [],
            stance = i % 3 == 0 ? "favor" : i % 3 == 1 ? "against" : "neutral",
            task_list = i % 2 == 0,
            tasks = i % 2 == 0 ? new[] { $"Cần hoàn thành đề án số {i} trong năm." } : [],
            keywords = new[] { $"k{i}", $"l{i}" },
            url = $"https://example.org/{i}",
            relevant = i % 5 == 0 ? "yes" : "no",
            source = "vnexpress",
        });

        Assert.Equal(60, schema.Rows);
        Assert.Equal(
            "id | title body | themes:Multilabel(economy,party,people) stance:Multiclass(against,favor,neutral) task_list:Binary(false,true) tasks:Passages() relevant:Binary(no,yes)",
            Show(schema));
        Assert.Equal(new SniffedField("themes", 40, (20 * 5 + 20 * 7 + 20 * 6) / 60.0, 3, true), schema.Fields[3]);
        Assert.Equal(["id", "title", "body", "themes", "stance", "task_list", "tasks", "keywords", "url", "relevant", "source"], schema.Fields.Select(field => field.Name));
    }

    [Fact]
    public void Look_FieldsThatComeLater_AreFound()
    {
        SniffedSchema schema = LookAtRows(30, i => i < 10
            ? new { text = $"câu văn số {i} khác mọi câu khác" }
            : new { text = $"câu văn số {i} khác mọi câu khác", label = i % 2 == 0 ? "a" : "b" });

        Assert.Equal("- | text | label:Multiclass(a,b)", Show(schema));
    }

    [Fact]
    public void Look_OnlyTheFirstRows_AreRead()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 1000).Select(i => $"{{\"text\":\"câu văn số {i} rất là dài\",\"label\":\"{"ab"[i % 2]}\"}}\n")) + "this is no JSON");

        Assert.Equal(("- | text | label:Multiclass(a,b)", 1000), (Show(SchemaSniffer.Look(_folder["a.jsonl"])), SchemaSniffer.Look(_folder["a.jsonl"]).Rows));
    }

    [Fact]
    public void Look_LabelsInOrder_OneClassAmongTheFirstRowsIsStillALabel() =>
        Assert.Equal("id | text | label:Multiclass(sport)", Show(LookAtRows(50, i => new { id = i, label = "sport", text = $"câu văn số {i} khác mọi câu khác" })));

    [Fact]
    public void Look_ShortTexts_AreText() =>
        Assert.Equal("- | sentence | sentiment:Multiclass(0,1,2)", Show(LookAtRows(50, i => new { sentence = $"tốt {i}", sentiment = i % 3 })));

    [Fact]
    public void Look_CsvWithBars_IsMultilabel()
    {
        _folder.Write("a.csv", "doc_id,text,tags\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"d{i},câu văn số {i} khác mọi câu khác,{(i % 4 == 0 ? "x|y" : i % 4 == 1 ? "z" : "")}\n")));

        Assert.Equal("doc_id | text | tags:Multilabel(x,y,z)", Show(SchemaSniffer.Look(_folder["a.csv"])));
    }

    [Fact]
    public void Look_Folder_HasTextAndLabel()
    {
        _folder.Write("set/sport/1.txt", "goal");
        _folder.Write("set/politics/1.txt", "vote");

        Assert.Equal("- | text | label:Multiclass(politics,sport)", Show(SchemaSniffer.Look(_folder["set"])));
    }

    [Theory]
    [InlineData("a.jsonl", "\n\n", "there are no rows, expected at least one")]
    [InlineData("a.csv", "text,label\n", "there are no rows, expected at least one")]
    [InlineData("a.tsv", "", "there are no rows, expected at least one")]
    [InlineData("b.jsonl", "[]", "malformed JSON at byte 1, found '[', expected one complete JSON object a line")]
    public void Look_NothingToSee_IsTold(string name, string content, string problem)
    {
        string path = _folder.Write(name, content);

        string message = Assert.Throws<DataException>(() => SchemaSniffer.Look(path)).Message;

        Assert.Equal(content == "[]" ? $"{path} line 1: {problem}" : $"{path}: {problem}", message);
    }
}
