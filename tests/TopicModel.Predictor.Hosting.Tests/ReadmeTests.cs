using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopicModel.Hosting.Tests;

/// <summary>The code in the package's README compiles: the first block as a whole program, the others with what stands around them.</summary>
public class ReadmeTests
{
    /// <summary>What the SDK of web apps imports unasked.</summary>
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    [Fact]
    public void Readme_EveryBlockOfCode_Compiles()
    {
        string readme = File.ReadAllText(Repository.PathOf("src", "TopicModel.Predictor.Hosting", "README.md"));
        string[] blocks = [.. Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        Assert.Equal(4, blocks.Length);
        Assert.Empty(Errors(blocks[0], OutputKind.ConsoleApplication));
        Assert.Empty(Errors(Surrounded(blocks[1], blocks[2], blocks[3]), OutputKind.DynamicallyLinkedLibrary));
        Assert.NotEmpty(Errors(blocks[0].Replace("AddTopicModel", "AddTopicModels"), OutputKind.ConsoleApplication));
    }

    private static string Surrounded(string options, string lease, string admin) => $$"""
        using Microsoft.Extensions.Caching.Memory;
        using TopicModel;
        using TopicModel.Hosting;
        static class Blocks
        {
            static void Options(WebApplicationBuilder builder) { {{options}} }
            static void Lease(IArticleAnalyzer analyzer, Article article, IMemoryCache cache)
            {
        {{lease}}
            }
            static void Admin(WebApplication app) { {{admin}} }
        }
        """;

    private static string[] Errors(string code, OutputKind kind)
    {
        var compilation = CSharpCompilation.Create("Readme", [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            References().Select(file => MetadataReference.CreateFromFile(file)), new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8933").Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>Everything that these tests run on, and ASP.NET Core, which every SDK brings along.</summary>
    private static IEnumerable<string> References()
    {
        string[] own = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string web = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        return own.Concat(Directory.GetFiles(web, "Microsoft.*.dll")).DistinctBy(Path.GetFileName);
    }
}
