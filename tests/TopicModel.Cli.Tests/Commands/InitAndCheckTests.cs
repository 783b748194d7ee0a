using System.Text.Json;
using TopicModel.Cli.Configuration;

namespace TopicModel.Cli.Tests.Commands;

public sealed class InitAndCheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Init_ThenCheck_WorksOnTheData()
    {
        WriteArticles("articles.jsonl", 30);

        ConsoleResult init = Run("init");
        ConsoleResult check = Run("check", "--quiet");

        Assert.Equal((0, "train.json written: text in text; labels in topic (multiclass), hot (binary)\n", "next: 'topicmodel check' looks at the data, 'topicmodel train' trains\n"), (init.ExitCode, init.Output, init.Error));
        TrainConfig config = ConfigLoader.Load(_folder["train.json"], []);
        Assert.Equal(["articles.jsonl"], config.Data.Train);
        Assert.Equal([("hot", ClassifierKind.Binary), ("topic", ClassifierKind.Multiclass)], config.Classifiers.Select(classifier => (classifier.Name, classifier.Kind)));
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains("│ topic (multiclass) │ economy", check.Output, StringComparison.Ordinal);
        Assert.Contains("30 documents to train on, no test files\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_ConfigElsewhere_FindsTheDataFromThere()
    {
        WriteArticles("data/articles.jsonl", 30);
        Directory.CreateDirectory(_folder["configs"]);

        Assert.Equal(0, Run("init", "data/articles.jsonl", "--config", "configs/a.json").ExitCode);

        Assert.Equal(["../data/articles.jsonl"], ConfigLoader.Load(_folder["configs/a.json"], []).Data.Train);
        Assert.Equal(0, Run("check", "--config", "configs/a.json").ExitCode);
    }

    [Fact]
    public void Init_Existing_IsKeptUnlessForced()
    {
        WriteArticles("articles.jsonl", 30);
        _folder.Write("train.json", "mine");

        ConsoleResult kept = Run("init");

        Assert.Equal((2, "", "error: train.json: there is a configuration already; --force replaces it\n"), (kept.ExitCode, kept.Output, kept.Error));
        Assert.Equal("mine", File.ReadAllText(_folder["train.json"]));
        ConsoleResult forced = Run("init", "--force", "--json");
        Assert.Equal(File.ReadAllText(_folder["train.json"]), forced.Output);
        Assert.Equal("multiclass", JsonDocument.Parse(forced.Output).RootElement.GetProperty("classifiers").GetProperty("topic").GetProperty("kind").GetString());
    }

    [Fact]
    public void Init_NothingToLookAt_SaysWhy()
    {
        Assert.Equal("error: there is no data file (.jsonl, .csv, .tsv, .jsonl.gz, .csv.gz, .tsv.gz) in the working directory; name one: topicmodel init FILE\n", Fails("init"));
        _folder.Write("a.csv", "n\n1\n2\n");
        _folder.Write("b.jsonl", "{}\n");
        Assert.Equal("error: there are several data files in the working directory (a.csv, b.jsonl); name one: topicmodel init FILE\n", Fails("init"));
        _folder.Write("c.jsonl", string.Concat(Enumerable.Range(0, 20).Select(i => $"{{\"id\": \"{i}\", \"text\": \"một bài báo dài hơn hai mươi ký tự, số {i}\"}}\n")));
        Assert.Equal("error: c.jsonl: no field looks like labels; there are id, text\n", Fails("init", "c.jsonl"));
        Assert.False(File.Exists(_folder["train.json"]));
    }

    [Fact]
    public void Check_Errors_AreExitCode2AndInJson()
    {
        _folder.Write("articles.jsonl", "{\"text\": \"một\", \"label\": \"a\"}\n{\"text\": \"hai\", \"label\": \"b\"}\n{\"text\": \"\", \"label\": \"a\"}\n");
        _folder.Write("train.json", """{ "data": { "train": ["articles.jsonl"] }, "classifiers": { "topic": { "kind": "multiclass", "label": "label" } } }""");

        ConsoleResult text = Run("check"), json = Run("check", "--json");

        Assert.Equal((2, 2), (text.ExitCode, json.ExitCode));
        Assert.Contains("\nerror: ", text.Output, StringComparison.Ordinal);
        Assert.Contains("articles.jsonl line 3", text.Output, StringComparison.Ordinal);
        JsonElement said = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal((false, 2, 0), (said.GetProperty("ok").GetBoolean(), said.GetProperty("trainDocuments").GetInt32(), said.GetProperty("testDocuments").GetInt32()));
        Assert.Contains("error", said.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("severity").GetString()));
        Assert.Equal(1, said.GetProperty("classifiers").GetProperty("topic").GetProperty("labels")[0].GetProperty("train").GetInt32());
    }

    [Fact]
    public void Check_TooFewDocumentsOfALabelWithoutThoseHeldOut_SaysWhatTrainWouldSay()
    {
        string[] labels = [.. Enumerable.Repeat("common", 35), .. Enumerable.Repeat("rare", 5)];
        _folder.Write("articles.jsonl", string.Concat(labels.Select((label, i) => JsonSerializer.Serialize(new { text = $"bài số {i} về {label} {new string((char)('a' + i % 26), 6)}", label }) + "\n")));
        _folder.Write("train.json", """{ "data": { "train": ["articles.jsonl"] }, "classifiers": { "topic": { "kind": "multiclass", "label": "label" } } }""");
        const string message = "classifier 'topic': field 'label' has 1 label with fewer documents to train on than the 5 folds of the cross-validation, expected more documents or fewer folds: 'rare' (4 documents)";

        ConsoleResult check = Run("check", "--json");

        Assert.Equal(2, check.ExitCode);
        Assert.Equal([message], JsonDocument.Parse(check.Output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()));
        Assert.EndsWith($"error: {message}\n", Fails("train"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chủ đề", "ch")]
    [InlineData("a b", "a-b")]
    [InlineData("?", "label")]
    [InlineData("taken", "taken-2")]
    public void NameOf_Field_IsAClassifierName(string field, string expected)
    {
        string name = StarterConfig.NameOf(field, new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Taken" });

        Assert.True(name.All(ClassifierReader.IsNameCharacter));
        Assert.Equal(expected, name);
    }

    private ConsoleResult Run(params string[] arguments) => ConsoleProcess.Run(_folder.Path, arguments);

    private string Fails(params string[] arguments)
    {
        ConsoleResult result = Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        return result.Error;
    }

    private void WriteArticles(string file, int count) => _folder.Write(file, string.Concat(Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new
    {
        id = i,
        text = $"{(i % 2 == 0 ? "xuất khẩu gạo và thuế quan" : "trận bóng đá của đội tuyển")} ngày {i} tháng {i * 7 % 12} {new string((char)('a' + i % 26), 8)}",
        topic = i % 2 == 0 ? "economy" : "sports",
        hot = i % 3 == 0,
    }) + "\n")));
}
