using System.Text.Json;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Commands;

[Collection(ModelsFixture.Collection)]
public class ExplainTests(ModelsFixture models)
{
    [Fact]
    public void Explain_Row_MarksWordsAndListsTasks()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["explain", "articles.jsonl", "--row", "1"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("a0\n", result.Output, StringComparison.Ordinal);
        int topic = result.Output.IndexOf("\ntopic: economy (", StringComparison.Ordinal);
        Assert.Matches(@"why economy \(0\.\d{3}\):\n  for:     .+ \+\d\.\d{3}.*\n  against: .+\n\[title\]\n.*\n\[body\]\n.*\[\+\+?[^\]]*gạo\].*", result.Output[topic..]);
        Assert.Matches(@"\ntasks: 3 tasks \(\d\.\d{3}\)\n  \d\.\d{3}  Một là, cần rà soát quy định\.\n  \d\.\d{3}  Hai là, cần tăng cường kiểm tra\.\n  \d\.\d{3}  Yêu cầu các bộ phải báo cáo\.\n$", result.Output);
        Assert.DoesNotContain("-+", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Terminal_IsColouredUnlessNoColor()
    {
        (string coloured, string plain) = (InProcess([]), InProcess(new() { ["NO_COLOR"] = "1" }));

        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain("[+", coloured, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", plain, StringComparison.Ordinal);
        Assert.Contains("[+", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Json_HasTheEvidence()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["explain", "articles.jsonl", "--json", "--quiet"]);

        JsonElement said = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(["id", "tags", "topic", "urgent", "tasks"], said.EnumerateObject().Select(member => member.Name));
        JsonElement economy = said.GetProperty("topic").GetProperty("evidence")[0];
        Assert.Equal("economy", economy.GetProperty("label").GetString());
        double Sum(string list) => economy.GetProperty(list).EnumerateArray().Sum(item => item.GetProperty("contribution").GetDouble());
        double score = economy.GetProperty("score").GetDouble(), bias = economy.GetProperty("bias").GetDouble();
        Assert.Equal(score, bias + Sum("terms"), 1e-5);
        Assert.Equal(score, bias + Sum("spans"), 1e-5);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Explain_Html_IsAWholePageWithEscapedText()
    {
        models.Write("danger.txt", "Thuế quan <script>alert('x')</script> & xuất khẩu gạo");
        string page = Path.Combine(models.Folder, "pages", "why.html");

        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["explain", "danger.txt", "--model", "topic", "--html", "pages/why.html"]);

        Assert.Equal((0, "", "pages/why.html written\n"), (result.ExitCode, result.Output, result.Error));
        string html = File.ReadAllText(page);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"tm-for", html, StringComparison.Ordinal);
        Assert.Equal([page], Directory.GetFiles(Path.GetDirectoryName(page)!));
    }

    [Fact]
    public void Explain_WrongInput_IsNamed()
    {
        Assert.Equal("error: articles.jsonl: there is no row 61; the file has 60\n", Fails(["explain", "articles.jsonl", "--row", "61"]));
        Assert.Equal("error: there is no model 'topics' (did you mean 'topic'?); there are tags, topic, urgent, tasks\n", Fails(["explain", "articles.jsonl", "--model", "topics"]));
        Assert.Equal($"error: articles.jsonl/why.html cannot be written: {models.Articles} is a file, not a folder\n", Fails(["explain", "articles.jsonl", "--html", "articles.jsonl/why.html"]));
    }

    private string Fails(string[] arguments)
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        return result.Error;
    }

    private string InProcess(Dictionary<string, string> variables)
    {
        var io = new FakeConsoleIo { IsOutputTerminal = true, Width = 80 };
        foreach ((string name, string value) in variables) io.Variables[name] = value;
        Assert.Equal(ExitCode.Done, CliApp.Run(["explain", models.Articles, "--models", models.Models], io, default));
        return io.OutputText;
    }
}
