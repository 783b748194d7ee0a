using System.Text.Json;
using System.Text.Json.Nodes;

namespace TopicModel.Sample.Tests;

[Collection(SampleApp.Collection)]
public class ApiTests(SampleApp app)
{
    private static readonly JsonArray Examples = JsonNode.Parse(File.ReadAllText(Repository.PathOf("samples", "TopicModel.Sample.Web", "wwwroot", "examples.json")))!.AsArray();

    /// <summary>The first example, as the library reads it.</summary>
    private static readonly Article Example = JsonSerializer.Deserialize(Examples[0], TopicModelJsonContext.Default.Article)!;

    private static void AssertSame(JsonNode? expected, JsonElement found) => Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(found.GetRawText())), $"expected {expected}\nfound {found}");

    [Fact]
    public async Task Analyze_AnswersAsTheLibraryDoes()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Repository.PathOf("models"));
        (int status, JsonElement answer) = await app.PostAsync("api/analyze", Examples[0]!);
        Assert.Equal(200, status);
        AssertSame(JsonSerializer.SerializeToNode(analyzer.Analyze(Example), TopicModelJsonContext.Default.ArticleAnalysis), answer);
        Assert.Equal("party-diplomacy", answer.GetProperty("theme").GetProperty("labels")[0].GetString());
    }

    [Fact]
    public async Task Explain_AnswersWithTheEvidenceOfEveryModel()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Repository.PathOf("models"));
        (int status, JsonElement answer) = await app.PostAsync("api/explain", Examples[0]!);
        Assert.Equal(200, status);
        Assert.Equal(["stance", "task-list", "theme"], answer.EnumerateObject().Select(member => member.Name));
        foreach (TopicClassifier classifier in analyzer.Classifiers)
            AssertSame(JsonSerializer.SerializeToNode(classifier.Explain(Example), TopicModelJsonContext.Default.Explanation), answer.GetProperty(classifier.Name));
        AssertSame(JsonSerializer.SerializeToNode(analyzer.Detectors[0].Detect(Example), TopicModelJsonContext.Default.TaskList), answer.GetProperty("task-list"));
    }

    [Fact]
    public async Task Analyze_KeepsVietnameseReadable()
    {
        using var content = new StringContent(Examples[0]!.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await app.Client.PostAsync("api/analyze", content);
        Assert.Contains("Một là, các huyện ủy biên giới phải rà soát", await response.Content.ReadAsStringAsync());
    }

    public static TheoryData<string, int, string> BadRequests => new()
    {
        { "{}", 400, "The article has no text: the models read title, lead, body." },
        { "{\"title\": \" \", \"body\": \"\\n\"}", 400, "The article has no text: the models read title, lead, body." },
        { "{\"title\": 5}", 400, "The request is not the JSON of an article, such as {\"title\": \"…\", \"lead\": \"…\", \"body\": \"…\"}: " },
        { "{\"title\": \"a\"", 400, "The request is not the JSON of an article" },
        { "[1]", 400, "The request is not the JSON of an article" },
        { "null", 400, "The request has no article: send JSON such as {" },
        { "", 400, "The request has no article: send JSON such as {" },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task Analyze_OfWhatIsNoArticle_SaysWhatIsWrong(string request, int expectedStatus, string detail)
    {
        foreach (string address in new[] { "api/analyze", "api/explain" })
        {
            (int status, JsonElement problem) = await app.PostTextAsync(address, request);
            Assert.Equal(expectedStatus, status);
            Assert.Contains(detail, problem.GetProperty("detail").GetString());
            Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        }
    }

    [Fact]
    public async Task Analyze_OfAnArticleThatIsTooLong_SaysHowLongItMayBe()
    {
        (int status, JsonElement problem) = await app.PostAsync("api/analyze", new { body = new string('x', 8_000_001) });
        Assert.Equal((413, "The article is longer than 8 megabytes."), (status, problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Analyze_OfAForm_SaysWhatToSend()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("title", "Hội nghị")]);
        using HttpResponseMessage response = await app.Client.PostAsync("api/analyze", form);
        Assert.Equal(415, (int)response.StatusCode);
        Assert.Contains("with the header Content-Type: application/json.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Elsewhere_IsNotFoundAsProblemDetails()
    {
        using HttpResponseMessage response = await app.Client.GetAsync("api/nothing");
        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Health_IsJsonWithTheModels()
    {
        JsonElement health = JsonDocument.Parse(await app.Client.GetStringAsync("health")).RootElement;
        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.EndsWith("serves: stance, task-list, theme", health.GetProperty("checks").GetProperty("topicmodel").GetProperty("description").GetString());
    }

    [Fact]
    public async Task Models_TellWhatServes()
    {
        JsonElement models = JsonDocument.Parse(await app.Client.GetStringAsync("api/models")).RootElement;
        Assert.Equal(["stance", "task-list", "theme"], models.GetProperty("models").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["title", "lead", "body"], models.GetProperty("fields").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(JsonValueKind.Null, models.GetProperty("refusal").ValueKind);
    }

    [Fact]
    public async Task App_WithTheSettingsThatItShipsWith_ServesTheShippedModels()
    {
        using var shipped = new SampleApp();
        await shipped.StartAsync();
        JsonElement health = JsonDocument.Parse(await shipped.Client.GetStringAsync("health")).RootElement;
        Assert.Equal(Repository.PathOf("models"), health.GetProperty("checks").GetProperty("topicmodel").GetProperty("data").GetProperty("folder").GetString());
        await shipped.DisposeAsync();
    }
}
