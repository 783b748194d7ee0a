using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Commands;

[Collection(ModelsFixture.Collection)]
public class PredictTests(ModelsFixture models)
{
    [Fact]
    public void Predict_OneArticle_IsSingular() =>
        Assert.Matches(@"\A1 article labelled in \d+\.\d s\n\z", ConsoleProcess.Run(models.Folder, ["predict", "-", "--models", "models"], Encoding.UTF8.GetBytes("Xuất khẩu gạo.")).Error);

    [Theory]
    [InlineData("1", "C")]
    [InlineData("2", "vi_VN.UTF-8")]
    public void Predict_JsonLines_SaysWhatTheLibrarySaysInOrder(string threads, string locale)
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl", "--threads", threads], environment: new() { ["LANG"] = locale });

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"\A60 articles labelled in \d+\.\d s\n\z", result.Error);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        using var library = ArticleAnalyzer.Load(models.Models);
        string[] input = File.ReadAllLines(models.Articles);
        Assert.Equal(input.Length, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            JsonElement article = JsonDocument.Parse(input[i]).RootElement, said = JsonDocument.Parse(lines[i]).RootElement;
            ArticleAnalysis expected = library.Analyze(new Article { Title = article.GetProperty("title").GetString()!, Body = article.GetProperty("body").GetString()! });
            Assert.Equal(["id", "tags", "tasks", "topic", "urgent"], said.EnumerateObject().Select(member => member.Name));
            Assert.Equal($"a{i}", said.GetProperty("id").GetString());
            AssertTopic(expected.Predictions["topic"], said.GetProperty("topic"));
            AssertTags(expected.Predictions["tags"], said.GetProperty("tags"));
            AssertUrgent(expected.Predictions["urgent"], said.GetProperty("urgent"));
            AssertTasks(expected.TaskLists["tasks"], said.GetProperty("tasks"), article);
        }
    }

    [Fact]
    public void Predict_StandardInput_JsonLinesOrOneArticle()
    {
        ConsoleResult lines = ConsoleProcess.Run(models.Folder, ["predict", "-", "--quiet"], Encoding.UTF8.GetBytes("""
            {"id": "x", "title": "Hiệp định thương mại", "body": "Thuế quan giảm."}
            {"body": "Trận bóng đá của đội tuyển."}
            """));
        ConsoleResult text = ConsoleProcess.Run(models.Folder, ["predict", "--quiet"], Encoding.UTF8.GetBytes("Trận bóng đá của đội tuyển, huy chương vàng."));

        Assert.Equal((0, "", 0, ""), (lines.ExitCode, lines.Error, text.ExitCode, text.Error));
        Assert.Equal([("x", "economy"), ("stdin:2", "sports")], Topics(lines.Output));
        Assert.Equal([("stdin", "sports")], Topics(text.Output));
    }

    [Fact]
    public void Predict_IdsOfEveryType_KeepIt()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "--quiet"], Encoding.UTF8.GetBytes("{\"id\":7,\"body\":\"B\"}\n{\"id\":\"7\",\"body\":\"B\"}\n{\"id\":-1.50e3,\"body\":\"B\"}\n"));

        Assert.Equal(["7", "\"7\"", "-1.50e3"], result.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetRawText()));
    }

    [Fact]
    public void Predict_RowsWithoutTextField_RefusedWhenFirstElseCounted()
    {
        ConsoleResult first = ConsoleProcess.Run(models.Folder, ["predict"], Encoding.UTF8.GetBytes("{\"id\":1,\"text\":\"T\"}\n"));
        ConsoleResult later = ConsoleProcess.Run(models.Folder, ["predict", "--quiet"], Encoding.UTF8.GetBytes("{\"body\":\"\"}\n{\"text\":\"T\"}\n\n{}\n"));

        Assert.Equal((2, "", "error: stdin line 1: there is none of the text fields 'title', 'body'; the row has 'id', 'text'\n"), AsTuple(first));
        Assert.Equal((0, "warning: 1 row without text, labelled all the same: stdin line 1\nwarning: 2 rows with none of the text fields 'title', 'body', labelled as empty texts: stdin line 2, stdin line 4\n"), (later.ExitCode, later.Error));
        Assert.Equal(3, later.Output.Count(character => character == '\n'));
    }

    [Fact]
    public void Predict_EmptyInput_GivesNoLine()
    {
        Assert.Equal((0, "", ""), AsTuple(ConsoleProcess.Run(models.Folder, ["predict", "-", "--quiet"], [])));
        Assert.Equal((2, "", "error: stdin line 1: found '[', expected JSON lines, one object a line\n"), AsTuple(ConsoleProcess.Run(models.Folder, ["predict", "-"], "[{\"body\":\"B\"}]"u8.ToArray())));
    }

    [Theory]
    [InlineData(true, "reading standard input; end with Ctrl-D\n0 articles labelled in ")]
    [InlineData(false, "0 articles labelled in ")]
    public void Predict_AtATerminal_SaysThatItWaits(bool isTerminal, string start)
    {
        var io = new FakeConsoleIo { IsInputTerminal = isTerminal };

        Assert.Equal(ExitCode.Done, CliApp.Run(["predict", "-", "--models", models.Models], io, CancellationToken.None));

        Assert.StartsWith(start, io.ErrorText.ToString(), StringComparison.Ordinal);
        Assert.Equal("", io.OutputText);
    }

    [Fact]
    public void Predict_TextAndTable_OneAfterTheOther()
    {
        models.Write("some/news.txt", "Xuất khẩu gạo và thuế quan.");
        models.Write("some/news.csv", "id,title,body\n7,Đội tuyển,\"Huy chương vàng, trận bóng đá\"\n");

        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "some/news.txt", "some/news.csv"]);

        Assert.Equal([("some/news.txt", "economy"), ("7", "sports")], Topics(result.Output));
    }

    [Fact]
    public void Predict_KeepFields_PassesOthersThroughAndWarnsOfReplacedOnes()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl", "--keep-fields", "--quiet"]);

        Assert.Equal("warning: articles.jsonl line 1: the input has fields that the output has of its own (topic, tags, urgent, tasks); its own stand in their place\n", result.Error);
        JsonElement first = JsonDocument.Parse(result.Output.Split('\n')[0]).RootElement;
        Assert.Equal(["id", "source", "tags", "tasks", "topic", "urgent"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"page":0}""", first.GetProperty("source").GetRawText());
    }

    [Fact]
    public void Predict_LoneSurrogate_IsNoReasonToStop()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "--keep-fields", "--quiet"], Encoding.UTF8.GetBytes("""{"id": "\ud800", "body": "a \udc00 b", "other": "\ud800"}"""));

        Assert.True(result.ExitCode is 0 or 2, result.Error);
        Assert.DoesNotContain("unexpected", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_BrokenLine_WritesTheLinesBeforeAndNamesIt()
    {
        string path = models.Write("broken.jsonl", "{\"body\": \"một\"}\n{\"body\": \"hai\"}\n{\"body\" 3}\n{\"body\": \"bốn\"}\n");

        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", path, "--models", "models"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(2, result.Output.Count(character => character == '\n'));
        Assert.StartsWith($"error: {path} line 3", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_MissingThings_AreNamed()
    {
        string empty = Directory.CreateDirectory(Path.Combine(models.Folder, "empty")).FullName;
        Assert.Equal((2, "", $"error: none.jsonl: there is no such file or folder ({Path.Combine(models.Folder, "none.jsonl")})\n"), AsTuple(ConsoleProcess.Run(models.Folder, ["predict", "none.jsonl"])));
        Assert.Equal((2, "", "error: nowhere: there is no such folder of models; 'topicmodel train' makes one\n"), AsTuple(ConsoleProcess.Run(models.Folder, ["predict", "--models", "nowhere"])));
        Assert.Equal((2, "", $"error: {empty}: there is no model (*.tmodel) in this folder\n"), AsTuple(ConsoleProcess.Run(models.Folder, ["predict", "--models", empty])));
        Assert.Equal((2, "", "error: models: there is no such folder of models; 'topicmodel train' makes one\n"), AsTuple(ConsoleProcess.Run(empty, ["predict"])));
    }

    [Fact]
    public void Predict_DamagedModel_IsNamed()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(models.Models, "topic.tmodel"));
        string folder = Directory.CreateDirectory(Path.Combine(models.Folder, "damaged")).FullName, path = Path.Combine(folder, "topic.tmodel");
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);

        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl", "--models", folder]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {path}: the file is cut short", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_FullDisk_IsSaid()
    {
        if (!File.Exists("/dev/full")) return;
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"dotnet exec '{typeof(CliApp).Assembly.Location}' predict articles.jsonl > /dev/full"]) { WorkingDirectory = models.Folder, RedirectStandardError = true })!;

        string error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();

        Assert.Equal(2, shell.ExitCode);
        Assert.StartsWith("error: No space left on device", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_RowsWithoutText_AreLabelledAndTold()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "-", "--quiet"], "{\"body\": \"gạo\"}\n{\"body\": \" \"}\n{\"title\": null, \"body\": \"\"}\n"u8.ToArray());

        Assert.Equal((0, "warning: 2 rows without text, labelled all the same: stdin line 2, stdin line 3\n"), (result.ExitCode, result.Error));
        Assert.Equal(3, Topics(result.Output).Count());
    }

    [Fact]
    public void Predict_ModelInPlaceOfItsFolder_SaysSo()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl", "--models", "articles.jsonl"]);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("articles.jsonl: this is a file; the folder that it is in was expected\n", result.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("rows.jsonl", "{\"body\": \"Xuất khẩu gạo.\"}")]
    [InlineData("rows.csv", "body\nXuất khẩu gạo.")]
    public async Task Predict_PipeWithTheNameOfAFile_IsRead(string name, string rows)
    {
        Skip.If(OperatingSystem.IsWindows(), "pipes have no names in folders on Windows");
        using var folder = new TempFolder();
        string command = $"mkfifo '{folder[name]}'; echo '{rows}' > '{folder[name]}' & dotnet exec '{typeof(CliApp).Assembly.Location}' predict '{folder[name]}' --quiet";
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = models.Folder, RedirectStandardOutput = true })!;

        string output = await shell.StandardOutput.ReadToEndAsync().WaitAsync(ConsoleProcess.Hang);

        Assert.Equal("economy", Topics(output).Single().Item2);
    }

    [SkippableFact]
    public async Task Predict_CompressedPipe_IsRefused()
    {
        Skip.If(OperatingSystem.IsWindows(), "pipes have no names in folders on Windows");
        using var folder = new TempFolder();
        string command = $"mkfifo '{folder["rows.jsonl.gz"]}'; printf x > '{folder["rows.jsonl.gz"]}' & dotnet exec '{typeof(CliApp).Assembly.Location}' predict '{folder["rows.jsonl.gz"]}' --quiet";
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = models.Folder, RedirectStandardError = true })!;

        string error = await shell.StandardError.ReadToEndAsync().WaitAsync(ConsoleProcess.Hang);

        Assert.EndsWith("rows.jsonl.gz: this is a pipe, in which nobody can look whether the gzip file is cut short; expected what is in it, decompressed\n", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Predict_EndlessInputForAReaderThatHasEnough_Ends()
    {
        Skip.If(OperatingSystem.IsWindows(), "the shell is bash");
        string command = $"while echo '{{\"body\": \"gạo\"}}'; do :; done 2>/dev/null | dotnet exec '{typeof(CliApp).Assembly.Location}' predict - | head -1; exit ${{PIPESTATUS[1]}}";
        using Process shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", command]) { WorkingDirectory = models.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;

        string output = await shell.StandardOutput.ReadToEndAsync().WaitAsync(ConsoleProcess.Hang);

        Assert.StartsWith("{\"id\":\"stdin:1\"", output, StringComparison.Ordinal);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Equal("", await shell.StandardError.ReadToEndAsync().WaitAsync(ConsoleProcess.Hang));
        Assert.True(shell.WaitForExit(ConsoleProcess.Hang));
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task Predict_LinesOnAnOpenPipe_AreEachAnsweredBeforeTheNextComes()
    {
        using Process process = ConsoleProcess.Start(models.Folder, ["predict", "-", "--quiet"]);
        for (int i = 0; i < 3; i++)
        {
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes($"{{\"id\": \"{i}\", \"body\": \"Xuất khẩu gạo.\"}}\n"));
            await process.StandardInput.BaseStream.FlushAsync();
            string? answer = await process.StandardOutput.ReadLineAsync().WaitAsync(ConsoleProcess.Hang);
            Assert.StartsWith($"{{\"id\":\"{i}\"", answer, StringComparison.Ordinal);
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(ConsoleProcess.Hang);
        Assert.Equal(0, process.ExitCode);
    }

    [SkippableFact]
    public async Task Predict_Interrupted_EndsAndSaysSo()
    {
        using Process process = ConsoleProcess.Start(models.Folder, ["predict", "-"]);
        // Once the first rows are through, the command waits for more: the input stays open, so only the signal can end it.
        byte[] row = Encoding.UTF8.GetBytes("{\"body\": \"một\"}\n");
        for (int i = 0; i < 64 * 8; i++) await process.StandardInput.BaseStream.WriteAsync(row);
        await process.StandardInput.BaseStream.FlushAsync();
        Assert.NotNull(await process.StandardOutput.ReadLineAsync().WaitAsync(ConsoleProcess.Hang));
        if (IgnoresInterrupt(process))
        {
            process.Kill();
            Skip.If(true, "whoever started the tests has SIGINT ignored (a shell does so with jobs in the background), which every process started from here inherits");
        }
        Task<string> rest = process.StandardOutput.ReadToEndAsync();

        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        // Standard input stays open, so that nothing but the signal ends the command; its end is the event, however long a busy machine takes.
        bool ended = process.WaitForExit(ConsoleProcess.Hang);
        if (!ended) process.Kill();
        Assert.True(ended, "the signal did not end the console");

        Assert.Equal(1, process.ExitCode);
        Assert.EndsWith("}\n", await rest, StringComparison.Ordinal);
        Assert.Equal("error: cancelled; nothing was changed\n", await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Whether a process of Linux ignores Ctrl-C, by the mask of signals that the system shows of it.</summary>
    private static bool IgnoresInterrupt(Process process)
    {
        const int bitOfInterrupt = 1;
        string status = $"/proc/{process.Id}/status", name = "SigIgn:";
        if (!File.Exists(status)) return false;
        string mask = File.ReadLines(status).Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();
        return (Convert.ToUInt64(mask, 16) >> bitOfInterrupt & 1) == 1;
    }

    [Fact]
    public void Predict_VariablesOfOthers_DoNotStopIt()
    {
        Dictionary<string, string> environment = new() { ["TOPICMODEL_CHROMIUM"] = "/usr/bin/chromium", ["TOPICMODEL_SEEDS"] = "1" };

        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl", "--quiet"], environment: environment);

        Assert.Equal((0, "warning: environment variable TOPICMODEL_SEEDS is passed over: 'SEEDS' is no key of the configuration (did you mean 'seed'?)\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Predict_ConfigurationInEnvironment_IsCheckedToo()
    {
        ConsoleResult wrong = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl"], environment: new() { ["TOPICMODEL_SEED"] = "abc", ["TOPICMODEL_DEBUG"] = "1" });
        ConsoleResult moved = ConsoleProcess.Run(models.Folder, ["predict", "articles.jsonl"], environment: new() { ["TOPICMODEL_OUTPUT__MODELS"] = "moved" });

        Assert.Equal(2, wrong.ExitCode);
        Assert.StartsWith("error: environment variable TOPICMODEL_SEED: seed is 'abc'; a whole number of at least 0 was expected\nTopicModel.Cli.Configuration.ConfigException", wrong.Error, StringComparison.Ordinal);
        Assert.Equal($"error: {Path.Combine(models.Folder, "moved")}: there is no such folder of models; 'topicmodel train' makes one\n", moved.Error);
    }

    private static (int, string, string) AsTuple(ConsoleResult result) => (result.ExitCode, result.Output, result.Error);

    private static IEnumerable<(string, string)> Topics(string output) => output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
        .Select(said => (said.GetProperty("id").GetString()!, said.GetProperty("topic").GetProperty("label").GetString()!));

    private static void AssertTopic(Prediction expected, JsonElement said)
    {
        Assert.Equal(expected.Label, said.GetProperty("label").GetString());
        Assert.Equal(expected.Probability, said.GetProperty("probability").GetDouble());
        Assert.Equal(expected.Scores, said.GetProperty("scores").EnumerateObject().Select(score => KeyValuePair.Create(score.Name, score.Value.GetDouble())));
    }

    private static void AssertTags(Prediction expected, JsonElement said)
    {
        Assert.Equal(expected.Labels, said.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!));
        Assert.Equal(expected.Scores, said.GetProperty("scores").EnumerateObject().Select(score => KeyValuePair.Create(score.Name, score.Value.GetDouble())));
    }

    private static void AssertUrgent(Prediction expected, JsonElement said)
    {
        Assert.Equal(expected.Label == "true", said.GetProperty("isPositive").GetBoolean());
        Assert.Equal(expected.Probability, said.GetProperty("probability").GetDouble());
    }

    private static void AssertTasks(TaskList expected, JsonElement said, JsonElement article)
    {
        Assert.Equal((expected.IsPositive, expected.Probability), (said.GetProperty("isPositive").GetBoolean(), said.GetProperty("probability").GetDouble()));
        string joined = $"{article.GetProperty("title").GetString()}\n{article.GetProperty("body").GetString()}";
        JsonElement[] items = [.. said.GetProperty("items").EnumerateArray()];
        Assert.Equal(expected.Items.Count, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            TaskItem item = expected.Items[i];
            Assert.Equal(item.Text, items[i].GetProperty("text").GetString());
            Assert.Equal(item.Text, joined.Substring(items[i].GetProperty("start").GetInt32(), items[i].GetProperty("length").GetInt32()));
            Assert.Equal(item.Text, article.GetProperty(items[i].GetProperty("field").GetString()!).GetString()!.Substring(items[i].GetProperty("fieldStart").GetInt32(), item.Length));
            Assert.Equal(item.Ordinal, items[i].GetProperty("ordinal").ValueKind == JsonValueKind.Null ? null : items[i].GetProperty("ordinal").GetInt32());
            Assert.Equal(item.Probability, items[i].GetProperty("probability").GetDouble());
        }
    }
}
