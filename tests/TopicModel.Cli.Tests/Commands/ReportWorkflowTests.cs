using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TopicModel.Cli.Tests.Commands;

/// <summary>What somebody does who trains again and again: train, read, correct, train, compare. Real processes on real files.</summary>
public sealed partial class ReportWorkflowTests : IDisposable
{
    private const string Config = """
        { "data": { "train": ["data/*.jsonl"], "slices": ["page"], "fields": { "text": ["title", "body"] } },
          "classifiers": { "topic": { "kind": "multiclass", "label": "topic", "crossValidation": 3 }, "urgent": { "kind": "binary", "label": "urgent", "crossValidation": 3 } } }
        """;

    private static readonly string[] Files = ["history.jsonl", "label-issues.jsonl", "predictions.jsonl", "report.html", "report.json", "report.md"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempFolder _folder = new();

    public ReportWorkflowTests()
    {
        _folder.Write("data/articles.jsonl", string.Concat(Enumerable.Range(0, 150).Select(Line)));
        _folder.Write("train.json", Config);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_CorrectLabels_TrainAgain_Compare()
    {
        ConsoleResult first = Run("train");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("There is no earlier report to compare with.", first.Output, StringComparison.Ordinal);
        Assert.Equal(Files, Directory.GetFiles(_folder["models/reports"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["topic.md", "topic.tmodel", "urgent.md", "urgent.tmodel"], Directory.GetFiles(_folder["models"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // a14 is labelled sports, but is about the economy.
        string[] issues = File.ReadAllLines(_folder["models/reports/label-issues.jsonl"]);
        JsonElement issue = JsonDocument.Parse(issues[0]).RootElement;
        Assert.Equal(("a14", "topic", "sports", "economy", "data/articles.jsonl:15", false),
            (Text(issue, "id"), Text(issue, "field"), Text(issue, "given"), Text(issue, "suggested"), Text(issue, "place"), issue.GetProperty("accept").GetBoolean()));
        Assert.Equal(["id", "classifier", "field", "given", "suggested", "accept", "stands", "score", "rank", "reason", "why", "place", "textHash", "title", "snippet"], issue.EnumerateObject().Select(field => field.Name));

        ConsoleResult none = Run("check", "--quiet", "--apply-labels", "models/reports/label-issues.jsonl");
        Assert.Equal((0, "nothing was settled: no line of models/reports/label-issues.jsonl has \"accept\": true or \"stands\": true\n"), (none.ExitCode, LastLine(none.Error)));
        issues[0] = issues[0].Replace("\"accept\":false", "\"accept\":true", StringComparison.Ordinal);
        _folder.Write("models/reports/label-issues.jsonl", string.Join('\n', issues));
        string before = File.ReadAllText(_folder["data/articles.jsonl"]);
        ConsoleResult applied = Run("check", "--quiet", "--apply-labels", "models/reports/label-issues.jsonl");
        Assert.Equal((0, $"1 label corrected in data/articles.jsonl; {issues.Length - 1} issue{(issues.Length == 2 ? "" : "s")} left open; checked-labels.jsonl has 1 checked label\n"), (applied.ExitCode, LastLine(applied.Error)));
        Assert.Equal(before.Split('\n').Select((line, i) => i == 14 ? line.Replace("\"sports\"", "\"economy\"", StringComparison.Ordinal) : line), File.ReadAllText(_folder["data/articles.jsonl"]).Split('\n'));

        Assert.Equal($$"""{"id":"a14","classifier":"topic","label":"economy","textHash":"{{Text(issue, "textHash")}}"}""" + "\n", File.ReadAllText(_folder["checked-labels.jsonl"]));

        Directory.Move(_folder["models"], _folder["old"]);
        Assert.Equal(0, Run("train").ExitCode);
        ConsoleResult compared = Run("compare", "old", "models", "--json", "--fail-if-worse");
        Assert.Equal(0, compared.ExitCode);
        Assert.Equal(["topic", "urgent"], JsonDocument.Parse(compared.Output).RootElement.GetProperty("classifiers").EnumerateObject().Select(classifier => classifier.Name));
    }

    [Fact]
    public void Train_SuspectThatStands_IsNoSuspectUntilItsTextChanges()
    {
        Run("train");
        string[] issues = File.ReadAllLines(_folder["models/reports/label-issues.jsonl"]);
        Assert.Contains("\"id\":\"a14\"", issues[0], StringComparison.Ordinal);
        issues[0] = issues[0].Replace("\"stands\":false", "\"stands\":true", StringComparison.Ordinal);
        _folder.Write("models/reports/label-issues.jsonl", string.Join('\n', issues));
        byte[] data = File.ReadAllBytes(_folder["data/articles.jsonl"]);

        ConsoleResult applied = Run("check", "--quiet", "--apply-labels", "models/reports/label-issues.jsonl");

        Assert.Equal((0, $"1 label stands; {issues.Length - 1} issue{(issues.Length == 2 ? "" : "s")} left open; checked-labels.jsonl has 1 checked label\n"), (applied.ExitCode, LastLine(applied.Error)));
        Assert.Equal(data, File.ReadAllBytes(_folder["data/articles.jsonl"]));
        Assert.DoesNotContain("checked label", applied.Output, StringComparison.Ordinal);

        Run("train");
        Assert.Equal(issues.Length - 1, File.ReadAllLines(_folder["models/reports/label-issues.jsonl"]).Length);
        Assert.DoesNotContain("\"a14\"", File.ReadAllText(_folder["models/reports/label-issues.jsonl"]), StringComparison.Ordinal);
        JsonElement quality = JsonDocument.Parse(File.ReadAllText(_folder["models/reports/report.json"])).RootElement.GetProperty("classifiers").GetProperty("topic").GetProperty("labelQuality");
        Assert.Equal(1, quality.GetProperty("checked").GetInt32());
        Assert.Contains("- Checked, it stands: data/articles.jsonl line 15 (sports)\n", File.ReadAllText(_folder["models/reports/report.md"]), StringComparison.Ordinal);
        Assert.Contains("1 checked, it stands</summary>", File.ReadAllText(_folder["models/reports/report.html"]), StringComparison.Ordinal);

        _folder.Write("data/articles.jsonl", Encoding.UTF8.GetString(data).Replace("\"Tin 14: ", "\"Tin mới 14: ", StringComparison.Ordinal));
        Assert.Contains("warning: 1 checked label of no document as it is now (text or label was changed, or it is gone), which can be deleted: ", Run("check").Output, StringComparison.Ordinal);
        Run("train");
        Assert.Contains("\"a14\"", File.ReadAllLines(_folder["models/reports/label-issues.jsonl"])[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_PassagesInACompressedTable_AreSettledToo()
    {
        string[] tasks = ["Một là, cần rà soát quy định.", "Hai là, cần tăng cường kiểm tra."];
        string Row(int i, bool isLabelled) => $"p{i},\"Hôm nay hội nghị số {i} bàn về {(i % 3 == 0 ? "xuất khẩu gạo" : "thuế quan")}.{(i % 2 == 0 ? "\n" + string.Join('\n', tasks) : "")}\",{(isLabelled ? Quoted(JsonSerializer.Serialize(tasks, Relaxed)) : "")}\n";
        // p6 and p8 set out tasks, but are labelled without.
        string rows = "id,body,tasks\n" + string.Concat(Enumerable.Range(0, 120).Select(i => Row(i, i % 2 == 0 && i is not (6 or 8))));
        _folder.Write("tasks.csv.gz", TempFolder.Compress(rows));
        _folder.Write("train.json", """{ "data": { "train": ["tasks.csv.gz"], "fields": { "text": ["body"] } }, "classifiers": { "tasks": { "kind": "passages", "label": "tasks", "crossValidation": 3 } } }""");
        Run("train");
        string[] issues = File.ReadAllLines(_folder["models/reports/label-issues.jsonl"]);
        Assert.Equal(["p6", "p8"], issues.Select(line => Text(JsonDocument.Parse(line).RootElement, "id")).Order(StringComparer.Ordinal));

        _folder.Write("models/reports/label-issues.jsonl", string.Join('\n', issues.Select(line => line.Contains("\"p6\"", StringComparison.Ordinal) ? line.Replace("\"accept\":false", "\"accept\":true", StringComparison.Ordinal) : line.Replace("\"stands\":false", "\"stands\":true", StringComparison.Ordinal))));
        ConsoleResult applied = Run("check", "--quiet", "--apply-labels", "models/reports/label-issues.jsonl");

        Assert.Equal((0, "1 label corrected in tasks.csv.gz; 1 label stands; 0 issues left open; checked-labels.jsonl has 2 checked labels\n"), (applied.ExitCode, LastLine(applied.Error)));
        using var content = new StreamReader(new GZipStream(File.OpenRead(_folder["tasks.csv.gz"]), CompressionMode.Decompress));
        Assert.Equal(rows.Replace(Row(6, isLabelled: false), Row(6, isLabelled: true), StringComparison.Ordinal), content.ReadToEnd());
        Run("train");
        Assert.Equal("", File.ReadAllText(_folder["models/reports/label-issues.jsonl"]));
        Assert.Contains("0 of 120 documents have a suspect label; an estimated 0.0\u00A0% of the labels are wrong. 1 more that models doubt was checked and stands.", File.ReadAllText(_folder["models/reports/report.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_CheckedLabelsWouldBeData_ChangesNothing()
    {
        _folder.Write("issues.jsonl", """{"id":"a14","classifier":"topic","field":"topic","given":"sports","stands":true,"textHash":"0"}""");

        ConsoleResult result = Run("check", "--apply-labels", "issues.jsonl", "--set", "data.checkedLabels=data/checked.jsonl");

        Assert.Equal((2, $"error: {_folder["train.json"]}: data.checkedLabels is 'data/checked.jsonl', which would be read as data: 'data/*.jsonl' names it too; name a file elsewhere. Nothing was changed\n"), (result.ExitCode, result.Error));
        Assert.False(File.Exists(_folder["data/checked.jsonl"]));
    }

    [Fact]
    public void Train_SameInputsOtherThreads_SameBytesButForTimings()
    {
        Assert.Equal(0, Run("train", "--threads", "1", "--output", "one").ExitCode);
        Assert.Equal(0, Run("train", "--threads", "3", "--output", "three").ExitCode);

        foreach (string file in (string[])["models/topic.md", "models/urgent.md", "models/topic.tmodel", "models/reports/predictions.jsonl", "models/reports/label-issues.jsonl"])
            Assert.Equal(File.ReadAllBytes(_folder[$"one/{file}"]), File.ReadAllBytes(_folder[$"three/{file}"]));
        foreach (string file in (string[])["report.md", "report.json", "report.html", "history.jsonl"])
            Assert.Equal(WithoutTimings(_folder[$"one/models/reports/{file}"]), WithoutTimings(_folder[$"three/models/reports/{file}"]));
    }

    [Fact]
    public void Train_AgainWithAWorseTrainer_SaysSoAndKeepsTheHistory()
    {
        Run("train");
        Directory.CreateDirectory(_folder["kept"]);
        foreach (string file in Files) File.Copy(_folder[$"models/reports/{file}"], _folder[$"kept/{file}"]);
        // A line that was half-written by somebody else stays, and does not stop anything.
        File.AppendAllText(_folder["models/reports/history.jsonl"], "{\"created\":");

        ConsoleResult second = Run("train", "--set", "classifiers.topic.features.maxFeatures=1");

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("warning: ", second.Error, StringComparison.Ordinal);
        Assert.Contains("history.jsonl: 1 line cannot be read and is left out of the trend", second.Error, StringComparison.Ordinal);
        Assert.Contains("✗ topic is clearly worse than before: macro-F1 ", second.Output, StringComparison.Ordinal);
        Assert.Contains("· urgent is right on the same documents as before, and wrong on the same (30 documents).", second.Output, StringComparison.Ordinal);
        string[] history = File.ReadAllLines(_folder["models/reports/history.jsonl"]);
        Assert.Equal(3, history.Length);
        (JsonElement old, JsonElement now) = (JsonDocument.Parse(history[0]).RootElement, JsonDocument.Parse(history[2]).RootElement);
        Assert.Equal("2027-01-15T08:00:00+00:00", Text(old, "created"));
        Assert.Equal(Text(old, "dataFingerprint"), Text(now, "dataFingerprint"));
        Assert.NotEqual(Text(old, "configHash"), Text(now, "configHash"));

        ConsoleResult gate = Run("compare", "kept", "models/reports", "--fail-if-worse");
        Assert.Equal((3, "gate missed: topic is clearly worse\n"), (gate.ExitCode, LastLine(gate.Error)));
        Assert.StartsWith("before: kept\nafter:  models/reports\n\ntopic: 30 documents; McNemar, exact: p ", gate.Output, StringComparison.Ordinal);
        // One report alone is compared with that of the configuration, which is the one before.
        ConsoleResult candidate = Run("compare", "kept/report.json", "--fail-unless-better");
        Assert.Equal(0, candidate.ExitCode);
        Assert.StartsWith("before: models/reports\nafter:  kept/report.json\n", candidate.Output, StringComparison.Ordinal);
        Assert.Contains("✓ topic is clearly better than before", candidate.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WithoutPredictions_FallsBackAndSaysSo()
    {
        Run("train");
        File.Delete(_folder["models/reports/predictions.jsonl"]);

        ConsoleResult result = Run("compare", "models", "models/reports/report.json");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("· The comparison is not paired, so only large differences show: the outcomes of models are not known document by document: there is no predictions.jsonl beside it.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_WhatUsersGetWrong_SaysWhatWasExpected()
    {
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("broken/report.json", "{");
        _folder.Write("other/report.json", """{ "schemaVersion": 2 }""");

        Assert.Equal("error: empty: there is no report.json in this folder, nor in reports or models/reports below it\n", Run("compare", "empty", "broken").Error);
        Assert.Equal("error: nowhere: there is no such report; a report.json or a folder with one was expected\n", Run("compare", "nowhere", "broken").Error);
        Assert.StartsWith($"error: {Path.Combine("broken", "report.json")}", Run("compare", "broken", "other").Error, StringComparison.Ordinal);
        Assert.Equal($"error: {Path.Combine("other", "report.json")}: schemaVersion is 2, 1 was expected\n", Run("compare", "other", "broken").Error);
        Assert.Equal(2, Run("compare", "other", "broken").ExitCode);
        Assert.Equal(2, Run("compare").ExitCode);
    }

    [Fact]
    public void Evaluate_Output_WritesWhatItCanAndSlices()
    {
        Run("train");

        ConsoleResult result = Run("evaluate", "--data", "data/articles.jsonl", "--output", "measured", "--slice", "page", "--slice", "pge", "--quiet");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("warning: field 'pge' is in none of 150 rows; there are id, title, body, topic, urgent, page (did you mean 'page'?)\n", result.Error);
        Assert.Equal(["predictions.jsonl", "report.html", "report.json", "report.md"], Directory.GetFiles(_folder["measured"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("### By page, weakest first", File.ReadAllText(_folder["measured/report.md"]), StringComparison.Ordinal);
        Assert.StartsWith("· Measured 2 classifiers on 150 documents.", result.Output[result.Output.IndexOf('·', StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private ConsoleResult Run(params string[] arguments) => ConsoleProcess.Run(_folder.Path, arguments, environment: new Dictionary<string, string> { ["SOURCE_DATE_EPOCH"] = "1800000000" });

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1] + "\n";

    /// <summary>Numbers of seconds in their places, and the file's own folder, taken out.</summary>
    private static string WithoutTimings(string path) => TimingPattern().Replace(File.ReadAllText(path), "");

    [GeneratedRegex("""Seconds: .*?evaluate [0-9.]+|"(read|featurize|fit|calibrate|evaluate)": ?[0-9.E-]+""")]
    private static partial Regex TimingPattern();

    private static string Line(int i)
    {
        bool isEconomy = i % 2 == 0;
        string[] words = isEconomy ? ["xuất khẩu gạo", "hiệp định thương mại", "thuế quan"] : ["trận bóng đá", "huy chương vàng", "đội tuyển"];
        string labelled = isEconomy != (i == 14) ? "economy" : "sports";
        return JsonSerializer.Serialize(new { id = $"a{i}", title = $"Tin {i}: {words[i % 3]}", body = $"Hôm nay {words[(i + 1) % 3]} {(i % 5 < 2 ? "khẩn cấp" : "bình thường")} số {i}.", topic = labelled, urgent = i % 5 < 2, page = i % 7 < 4 ? "front" : "back" }) + "\n";
    }
}
