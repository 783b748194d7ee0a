using System.Text.Json;
using System.Text.RegularExpressions;

namespace TopicModel.Cli.Tests.Commands;

[Collection(ModelsFixture.Collection)]
public class InspectTests(ModelsFixture models)
{
    [Theory]
    [InlineData("models/topic.tmodel")]
    [InlineData("topic")]
    public void Inspect_Model_ShowsWhatItIs(string model)
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["inspect", model, "--top", "3"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("topic (multiclass)", result.Output, StringComparison.Ordinal);
        Assert.Contains("economy, sports", result.Output, StringComparison.Ordinal);
        Assert.Contains("LinearSvm (C 1, maxIterations 1000, tolerance 0.05)", result.Output, StringComparison.Ordinal);
        Assert.Contains("calibrated on out-of-fold scores", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"WEIGHTS +│ +[\d,]+ │", result.Output);
        int start = result.Output.IndexOf("speaks against it", StringComparison.Ordinal);
        Assert.Equal(2 * 3, Regex.Count(result.Output[start..], @"\+\d\.\d{3} "));
        Assert.Equal(2 * 3, Regex.Count(result.Output[start..], @"-\d\.\d{3} "));
    }

    [Fact]
    public void Inspect_ModelWithUnaccentedWords_ExplainsTheirMark()
    {
        const string legend = "° read without accents: 'hoi°' is hội, hỏi, hoi and every other word with these letters.\n";

        Assert.EndsWith(legend, ConsoleProcess.Run(models.Folder, ["inspect", "tags"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("°", ConsoleProcess.Run(models.Folder, ["inspect", "topic"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("°", ConsoleProcess.Run(models.Folder, ["inspect", "tags", "--top", "0"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_Json_HasSectionsManifestAndStrongest()
    {
        ConsoleResult result = ConsoleProcess.Run(models.Folder, ["inspect", "topic", "--json", "--top", "2"]);

        JsonElement said = JsonDocument.Parse(result.Output).RootElement;
        string path = Path.Combine(models.Models, "topic.tmodel");
        Assert.Equal((path, new FileInfo(path).Length), (said.GetProperty("path").GetString(), said.GetProperty("bytes").GetInt64()));
        Assert.Equal(["MANIFEST", "BUCKETS", "PRINTS", "IDF", "ROWS", "MASKS", "WEIGHTS", "OUTPUTS", "NGRAMS"], said.GetProperty("sections").EnumerateObject().Select(section => section.Name));
        Assert.Equal(said.GetProperty("features").GetInt32() * 4, said.GetProperty("sections").GetProperty("PRINTS").GetInt32());
        Assert.Equal("topic", said.GetProperty("manifest").GetProperty("name").GetString());
        JsonElement economy = said.GetProperty("strongest")[0];
        Assert.Equal(("economy", 2, 2), (economy.GetProperty("label").GetString(), economy.GetProperty("for").GetArrayLength(), economy.GetProperty("against").GetArrayLength()));
        Assert.All(economy.GetProperty("for").EnumerateArray(), ngram => Assert.True(ngram.GetProperty("influence").GetDouble() > 0));
        Assert.All(economy.GetProperty("against").EnumerateArray(), ngram => Assert.True(ngram.GetProperty("influence").GetDouble() < 0));
    }

    [Fact]
    public void Inspect_NoModel_IsNamed()
    {
        ConsoleResult missing = ConsoleProcess.Run(models.Folder, ["inspect", "theme"]), other = ConsoleProcess.Run(models.Folder, ["inspect", "articles.jsonl"]);

        Assert.Equal((2, $"error: theme: there is no such file, and no model of that name in {models.Models}\n"), (missing.ExitCode, missing.Error));
        Assert.Equal((2, "error: articles.jsonl: this is not a TopicModel file (it does not start with TMODEL)\n"), (other.ExitCode, other.Error));
    }
}
