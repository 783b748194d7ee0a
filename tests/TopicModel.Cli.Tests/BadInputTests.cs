using System.Text;
using System.Text.Json;

namespace TopicModel.Cli.Tests;

/// <summary>
/// Every kind of bad input of the design, through the console as a process: one message, exit code 2, nothing on disk changed.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private const string Config = """{ "data": { "train": ["train.jsonl"] }, "classifiers": { "topic": { "kind": "multiclass", "label": "label" } } }""";

    private readonly TempFolder _folder = new();

    public BadInputTests()
    {
        _folder.Write("train.json", Config);
        _folder.Write("models/topic.tmodel", "an old model");
        _folder.Write("models/reports/report.json", "an old report");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_MissingFile_NamesItAndWhereItWasLookedFor() =>
        AssertTrain($"train.jsonl: there is no such file or folder ({_folder["train.jsonl"]})");

    [Fact]
    public void Train_PatternWithoutMatch_SaysSo()
    {
        _folder.Write("train.json", Config.Replace("train.jsonl", "parts/*.jsonl", StringComparison.Ordinal));
        AssertTrain($"parts/*.jsonl: no file matches this pattern ({_folder["parts/*.jsonl"]})");
    }

    [Fact]
    public void Train_EmptyCorpus_SaysSo()
    {
        _folder.Write("train.jsonl", "\n\n");
        AssertTrain("no documents in 'train.jsonl', expected at least one");
    }

    [Fact]
    public void Train_MalformedJson_NamesLineAndByte()
    {
        _folder.Write("train.jsonl", Row("a", "x") + "{\"text\": \"b\", label}\n");
        AssertTrain("train.jsonl line 2: malformed JSON at byte 15, found 'l', expected one complete JSON object a line");
    }

    [Fact]
    public void Train_CutShortJson_NamesLine()
    {
        _folder.Write("train.jsonl", Row("a", "x") + "{\"text\": \"b\"");
        ConsoleResult result = Run("train");
        Assert.StartsWith("error: train.jsonl line 2: malformed JSON", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public void Train_NotUtf8_NamesLineAndByte()
    {
        File.WriteAllBytes(_folder["train.jsonl"], [.. Encoding.UTF8.GetBytes(Row("a", "x")), .. "{\"text\": \"caf"u8, 0xE9, .. "\"}\n"u8]);
        AssertTrain("train.jsonl line 2: byte 0xE9 is not UTF-8, expected a file that is saved as UTF-8");
    }

    [Fact]
    public void Train_RowsWithoutTextAndWithoutLabel_AllCountedFirstTenShown()
    {
        string rows = Row("a", "x") + Row("", "x") + string.Concat(Enumerable.Range(0, 12).Select(i => $"{{\"text\": \"t{i}\"}}\n"));
        _folder.Write("train.jsonl", rows);
        string lines = string.Join(", ", Enumerable.Range(3, 10).Select(line => $"train.jsonl line {line}"));
        AssertTrain($"1 row without text (field 'text' is empty): train.jsonl line 2; 12 rows without a label (field 'label' is missing): {lines} and 2 more");
    }

    [Fact]
    public void Train_OneClassOnly_SaysWhich()
    {
        _folder.Write("train.jsonl", Rows(20, _ => "x"));
        AssertTrain("field 'label': every document has the label 'x', expected at least two labels");
    }

    [Fact]
    public void Train_ClassWithFewerExamplesThanFolds_SaysWhatToDo()
    {
        _folder.Write("train.jsonl", Rows(40, i => i == 7 ? "rare" : i % 2 == 0 ? "x" : "y"));
        AssertTrain("classifier 'topic': field 'label' has 1 label with fewer documents to train on than the 5 folds of the cross-validation, expected more documents or fewer folds: 'rare' (1 document)");
    }

    [Fact]
    public void Train_LabelFieldThatIsAnIdentifier_IsNotBlamedOnTheHoldOut()
    {
        _folder.Write("train.jsonl", Rows(3, i => $"n{i}"));
        AssertTrain("classifier 'topic': field 'label' has 3 labels with fewer documents to train on than the 5 folds of the cross-validation, expected more documents or fewer folds: 'n0' (1 document), 'n1' (1 document), 'n2' (1 document)");
    }

    [Fact]
    public void Train_ArticleOf50Megabytes_NamesLineLengthAndLimit()
    {
        _folder.Write("train.jsonl", Row("a", "x") + Row(new string('a', 50_000_000), "y"));
        AssertTrain("train.jsonl line 2: field 'text' has 50,000,000 characters, the limit is 16,000,000");
    }

    [Fact]
    public void Train_SharedIdentifier_NamesBothPlaces()
    {
        _folder.Write("train.jsonl", """{"id": "7", "text": "a", "label": "x"}""" + "\n" + """{"id": "7", "text": "b", "label": "y"}""" + "\n");
        ConsoleResult result = Run("train");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'7'", result.Error, StringComparison.Ordinal);
        Assert.Contains("train.jsonl line 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("train.jsonl line 2", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_MalformedCsv_NamesFileAndLine()
    {
        _folder.Write("train.json", Config.Replace("train.jsonl", "train.csv", StringComparison.Ordinal));
        _folder.Write("train.csv", "id,text,label\n1,\"abc,x\n2,def,y\n");
        ConsoleResult result = Run("train");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: train.csv line 2: malformed cell", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_UnwritableOutput_IsToldBeforeAnythingIsRead()
    {
        _folder.Write("blocked", "a file where a folder is wanted");
        AssertFails(["train", "--output", "blocked"], $"{_folder["blocked/models/topic.tmodel"]} cannot be written: {_folder["blocked"]} is a file, not a folder");
        AssertFails(["train", "--set", "output.models=new/models", "--set", "output.reports=blocked"], $"{_folder["blocked/report.json"]} cannot be written: {_folder["blocked"]} is a file, not a folder");
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public void Train_FailsAfterTheOutputWasProbed_LeavesNoNewFolders()
    {
        AssertFails(["train", "--output", "new/trial"], $"train.jsonl: there is no such file or folder ({_folder["train.jsonl"]})");
        Assert.False(Directory.Exists(_folder["new"]));
    }

    [Fact]
    public void Train_TrainerWithWrongOption_NamesFileKeyAndRange()
    {
        _folder.Write("train.json", Config.Replace("\"label\": \"label\"", "\"label\": \"label\", \"trainer\": { \"C\": -1 }", StringComparison.Ordinal));
        ConsoleResult result = Run("train");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: train.json: classifiers.topic.trainer", result.Error, StringComparison.Ordinal);
        Assert.Contains("-1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_UnknownLabel_NamesPlaceAndAllowedLabels()
    {
        TrainModel();
        _folder.Write("new.jsonl", Row("a", "x") + Row("b", "z"));
        AssertFails(["evaluate", "--data", "new.jsonl"], "1 unknown label in field 'label', expected 'x' or 'y': new.jsonl line 2 ('z')");
    }

    [Theory]
    [InlineData("not a model", "this is not a TopicModel file (it does not start with TMODEL)")]
    [InlineData("", "the file is empty")]
    public void Predict_FileThatIsNoModel_SaysSo(string contents, string problem)
    {
        _folder.Write("train.jsonl", Row("a", "x"));
        _folder.Write("models/topic.tmodel", contents);
        AssertFails(["predict", "train.jsonl", "--models", "models"], $"{Path.Combine("models", "topic.tmodel")}: {problem}");
    }

    [Fact]
    public void Predict_TruncatedFlippedOrNewerModel_SaysSo()
    {
        TrainModel();
        string path = Path.Combine("models", "topic.tmodel");
        byte[] model = File.ReadAllBytes(_folder[path]);

        AssertModel(model[..^10], $"{path}: the file is cut short in section ");
        AssertModel([.. model, 1, 2, 3], $"{path}: the file has 3 bytes behind its last section");
        byte[] flipped = [.. model];
        flipped[^5] ^= 4;
        AssertModel(flipped, $"{path}: section ");
        byte[] newer = [.. model];
        newer[8] = 9;
        AssertModel(newer, $"{path}: the file has format version 9, this library reads version 2; update TopicModel.Predictor");
    }

    [Theory]
    [InlineData("predict", "nothing.jsonl")]
    [InlineData("inspect", "nothing.tmodel")]
    [InlineData("explain", "nothing.txt")]
    [InlineData("check", "--config", "nothing.json")]
    [InlineData("train", "--config", "nothing.json")]
    public void AnyCommand_MissingFile_NamesIt(params string[] arguments)
    {
        TrainModel();
        ConsoleResult result = Run(arguments);
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("nothing.", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Init_MissingFile_NamesItAndWritesNothing()
    {
        File.Delete(_folder["train.json"]);
        AssertFails(["init", "nothing.jsonl"], $"nothing.jsonl: there is no such file or folder ({_folder["nothing.jsonl"]})");
    }

    [Fact]
    public void Init_WhereThereIsAConfiguration_LeavesItAlone()
    {
        _folder.Write("train.jsonl", Row("a", "x"));
        SortedDictionary<string, string> before = Snapshot();
        ConsoleResult result = Run("init", "train.jsonl");
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: train.json: there is a configuration", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    private void TrainModel()
    {
        _folder.Write("train.jsonl", Rows(40, i => i % 2 == 0 ? "x" : "y"));
        ConsoleResult trained = Run("train", "--quiet");
        Assert.True(trained.ExitCode == 0, trained.Error);
    }

    private void AssertModel(byte[] contents, string expectedStart)
    {
        File.WriteAllBytes(_folder["models/topic.tmodel"], contents);
        ConsoleResult result = Run("predict", "train.jsonl", "--models", "models");
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("error: " + expectedStart, result.Error, StringComparison.Ordinal);
    }

    private void AssertTrain(string message) => AssertFails(["train"], message);

    private void AssertFails(string[] arguments, string message)
    {
        SortedDictionary<string, string> before = Snapshot();
        ConsoleResult result = Run(arguments);
        Assert.Equal($"error: {message}\n", result.Error);
        Assert.Empty(result.Output);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal(before, Snapshot());
    }

    private ConsoleResult Run(params string[] arguments) => ConsoleProcess.Run(_folder.Path, arguments);

    /// <summary>[file] -> checksum of its contents.</summary>
    private SortedDictionary<string, string> Snapshot() => new(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);

    private static string Row(string text, string label) => JsonSerializer.Serialize(new { text, label }) + "\n";

    private static string Rows(int count, Func<int, string> label) => string.Concat(Enumerable.Range(0, count).Select(i => Row($"bài số {i} về {(i % 2 == 0 ? "bóng đá" : "kinh tế")}", label(i))));
}
