using System.Text.Json;

namespace TopicModel.Tests.Packaging;

/// <summary>The sample of ten lines, natively compiled.</summary>
public class NativeAotTests
{
    private const int MostBytes = 8_000_000;

    [SkippableFact]
    public void Sample_NativelyCompiled_LabelsAnArticleAsTheLibraryDoes()
    {
        Skip.IfNot(HasLinker(), "native compilation needs clang or gcc (apt-get install clang zlib1g-dev), and there is neither here");
        using var folder = new TempFolder();
        (int code, string output) = DotnetCommand.TryRun("dotnet", Repository.Root, "publish", "samples/TopicModel.Sample.Console", "--configuration", "Release", "--artifacts-path", folder["artifacts"], "--output", folder["app"], "-p:RestoreLockedMode=true");
        Skip.If(code != 0 && output.Contains("NU1301", StringComparison.Ordinal), "the package of the native compiler cannot be had: no connection to the package source");
        Assert.True(code == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);

        string app = folder[Path.Combine("app", OperatingSystem.IsWindows() ? "label-article.exe" : "label-article")];
        Assert.InRange(new FileInfo(app).Length, 1, MostBytes);
        Assert.False(File.Exists(folder[Path.Combine("app", "label-article.dll")]));
        string models = Repository.PathOf("models"), text = "Hiệp định thương mại mở ra cơ hội lớn.\nMột là, các bộ phải cắt giảm thủ tục.\nHai là, các tỉnh cần mở thêm chợ.";
        folder.Write("article.txt", text);
        (code, output) = DotnetCommand.TryRun(app, folder.Path, models, "article.txt");
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(models);
        Assert.Equal((0, JsonSerializer.Serialize(analyzer.Analyze(text), TopicModelJsonContext.Readable.ArticleAnalysis)), (code, output.TrimEnd()));
        Assert.Equal(2, DotnetCommand.TryRun(app, folder.Path).ExitCode);
    }

    private static bool HasLinker() => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "clang")) || File.Exists(Path.Combine(path, "gcc")));
}
