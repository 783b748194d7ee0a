using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.Json.Nodes;
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

    /// <summary>Two apps with the README's code: the first block alone prints what the README says; all blocks together run too.</summary>
    private static void AssertReadmeWorks(TempFolder folder)
    {
        string[] blocks = Blocks("csharp");
        Assert.Equal(7, blocks.Length);
        folder.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{folder["first"]}\" /></packageSources></configuration>");
        Assert.Equal(Blocks("text").Single(), Run(folder, "start", blocks[0]));

        // Directives stand at the top of a program, wherever a block has them.
        const string directive = "^using [A-Z][A-Za-z.]*;\n";
        string[] code = [.. blocks.Select(block => Regex.Replace(block, directive, "", RegexOptions.Multiline))];
        string usings = string.Concat(blocks.SelectMany(block => Regex.Matches(block, directive, RegexOptions.Multiline)).Select(match => match.Value).Distinct());
        string printed = Run(folder, "all", $$"""
            {{usings}}
            var article = new Article { Title = "Thương mại", Body = "Hai bên ký hiệp định thương mại." };
            byte[] bytes = File.ReadAllBytes("models/theme.tmodel");
            string text = article.Body;
            using var stream = new MemoryStream(bytes);
            {{string.Concat(code)}}
            Console.WriteLine("written: " + readable);
            """);
        AssertSameShape(JsonNode.Parse(Blocks("json").Single()), JsonNode.Parse(printed.Split("written: ")[1]));
    }

    private static string[] Blocks(string language) =>
        [.. Regex.Matches(File.ReadAllText(Repository.PathOf("src", Id, "README.md")), $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    /// <summary>What a console app of that code prints, with nothing but the package.</summary>
    private static string Run(TempFolder folder, string app, string code)
    {
        folder.Write($"{app}/{app}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{folder["packages"]}</RestorePackagesPath><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>CS0219;CS0168;CS8321</NoWarn>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{Id}" Version="*" /><EmbeddedResource Include="{Repository.PathOf("models")}/*.tmodel" LogicalName="models.%(Filename).tmodel" /></ItemGroup>
            </Project>
            """);
        folder.Write($"{app}/Program.cs", code);
        return DotnetCommand.Run(Repository.Root, "run", "--project", folder[app]).ReplaceLineEndings("\n");
    }

    /// <summary>The same but for numbers with a fraction, which the next training changes.</summary>
    private static void AssertSameShape(JsonNode? said, JsonNode? found)
    {
        static JsonNode? Shape(JsonNode? node) => node switch
        {
            JsonObject value => new JsonObject(value.Select(property => KeyValuePair.Create(property.Key, Shape(property.Value)))),
            JsonArray value => new JsonArray([.. value.Select(Shape)]),
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.ToJsonString().Contains('.') => JsonValue.Create("a fraction"),
            _ => node?.DeepClone(),
        };
        Assert.Equal(Shape(said)!.ToJsonString(), Shape(found)!.ToJsonString());
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
