using System.Text.Json;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Packaging;

/// <summary>The console as a .NET tool: packed, installed from a folder as from any feed, and run by its command.</summary>
public class ToolTests
{
    [Fact]
    public void Pack_InstallAndRun_IsTheConsole()
    {
        using var folder = new TempFolder();
        string feed = folder["feed"], tools = folder["tools"];
        DotnetCommand.Run(Repository.Root, "pack", "src/TopicModel.Cli", "--configuration", "Release", "--artifacts-path", folder["artifacts"], "--output", feed, "-p:RestoreLockedMode=true");
        folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{feed}\" /></packageSources><config><add key=\"globalPackagesFolder\" value=\"{folder["packages"]}\" /></config></configuration>");
        DotnetCommand.Run(folder.Path, "tool", "install", "topicmodel", "--tool-path", tools, "--configfile", folder["nuget.config"]);
        string command = Path.Combine(tools, OperatingSystem.IsWindows() ? "topicmodel.exe" : "topicmodel");

        (int code, string version) = DotnetCommand.TryRun(command, folder.Path, "--version");
        Assert.Equal((0, typeof(CliApp).Assembly.GetName().Version!.ToString(3)), (code, version.Trim()));

        folder.Write("article.txt", "Hiệp định thương mại mở ra cơ hội lớn cho doanh nghiệp hai nước, kim ngạch xuất khẩu tăng mạnh.");
        (code, string output) = DotnetCommand.TryRun(command, folder.Path, "predict", "article.txt", "--models", Repository.PathOf("models"), "--quiet");
        JsonElement said = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, code);
        Assert.Equal(["id", "stance", "task-list", "theme"], said.EnumerateObject().Select(member => member.Name));
        Assert.Equal("economic-integration", said.GetProperty("theme").GetProperty("labels")[0].GetString());
    }
}
