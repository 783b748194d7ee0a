using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TopicModel.Tests.Packaging;

/// <summary>The NuGet package as it is packed from this repository, and an app that knows nothing but the package and its README.</summary>
public class PackageTests
{
    private const string Id = "TopicModel.Predictor", Library = "lib/net10.0/TopicModel.Predictor.dll";

    [Fact]
    public void Pack_HasAllThatAnAppNeedsAndTheSameBytesEveryTime()
    {
        using var folder = new TempFolder();
        using ZipArchive package = Pack(folder, "first"), again = Pack(folder, "second");
        Assert.Equal(["README.md", Library, "lib/net10.0/TopicModel.Predictor.xml"], package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib", StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(Bytes(package, Library), Bytes(again, Library));
        AssertNuspec(package);
        using ZipArchive symbols = ZipFile.OpenRead(Directory.GetFiles(folder["first"], $"{Id}.*.snupkg").Single());
        AssertSymbols(Bytes(symbols, "lib/net10.0/TopicModel.Predictor.pdb"));
        AssertReadmeWorks(folder);
    }

    private static ZipArchive Pack(TempFolder folder, string target)
    {
        // The same place for both builds, emptied in between, and another one than that of the build that runs the tests.
        string artifacts = folder["artifacts"];
        if (Directory.Exists(artifacts)) Directory.Delete(artifacts, recursive: true);
        string output = DotnetCommand.Run(Repository.Root, "pack", $"src/{Id}", "--configuration", "Release", "--artifacts-path", artifacts, "--output", folder[target], "-p:RestoreLockedMode=true");
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        return ZipFile.OpenRead(Directory.GetFiles(folder[target], $"{Id}.*.nupkg").Single());
    }

    private static void AssertNuspec(ZipArchive package)
    {
        XElement metadata = XDocument.Parse(System.Text.Encoding.UTF8.GetString(Bytes(package, Id + ".nuspec")).TrimStart('\uFEFF')).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal((Id, "README.md", typeof(TopicClassifier).Assembly.GetName().Version!.ToString(3)), (Value("id"), Value("readme"), Value("version")));
        Assert.NotEmpty(Value("description")!);
        Assert.NotEmpty(Value("tags")!);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    /// <summary>The symbols carry every source file, so a debugger steps into the library without the repository.</summary>
    private static void AssertSymbols(byte[] pdb)
    {
        var embeddedSource = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        MetadataReader reader = provider.GetMetadataReader();
        foreach (DocumentHandle document in reader.Documents)
        {
            string name = reader.GetString(reader.GetDocument(document).Name);
            Assert.DoesNotContain(Repository.Root, name);
            Assert.Contains(reader.GetCustomDebugInformation(document), info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == embeddedSource);
        }
        Assert.Contains(reader.Documents, document => reader.GetString(reader.GetDocument(document).Name) == "/_/src/TopicModel.Predictor/TopicClassifier.cs");
    }

    /// <summary>An app with the README's code: the first block prints what the README says, all others compile.</summary>
    private static void AssertReadmeWorks(TempFolder folder)
    {
        string readme = File.ReadAllText(Repository.PathOf("src", Id, "README.md"));
        string[] blocks = [.. Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        Assert.Equal(6, blocks.Length);
        folder.Write("app/nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{folder["first"]}\" /></packageSources></configuration>");
        folder.Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{folder["packages"]}</RestorePackagesPath><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>CS0219;CS0168;CS8321</NoWarn>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{Id}" Version="*" /></ItemGroup>
            </Project>
            """);
        folder.Write("app/Program.cs", blocks[0]);
        folder.Write("app/Readme.cs", $$"""
            using System.Text.Json;
            using TopicModel;
            static class Readme
            {
                static void Blocks(string text, Article article, byte[] bytes, Stream stream, ArticleAnalysis a)
                {
            {{string.Concat(blocks[1..])}}
                }
            }
            """);
        string expected = Regex.Match(readme, "```text\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(expected, DotnetCommand.Run(Repository.Root, "run", "--project", folder["app"]).ReplaceLineEndings("\n"));
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
