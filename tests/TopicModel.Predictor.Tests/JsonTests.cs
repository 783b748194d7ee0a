using System.Text.Json;
using System.Text.Json.Nodes;

namespace TopicModel.Tests;

public class JsonTests
{
    private static readonly Article News = new() { Title = "Đảng và nhân dân", Body = "Một là, cần hội đàm.\nHai là, cần cần hữu nghị." };

    private static readonly JsonSerializerOptions WebOptions = new(JsonSerializerDefaults.Web) { TypeInfoResolver = TopicModelJsonContext.Default };

    private static TopicClassifier Classifier(ClassifierKind kind) => new(TestModels.Model(kind));

    [Theory]
    [InlineData(ClassifierKind.Multiclass, "label,probability,scores")]
    [InlineData(ClassifierKind.Multilabel, "labels,scores")]
    [InlineData(ClassifierKind.Binary, "isPositive,probability")]
    public void Prediction_HasTheMembersOfItsKind(ClassifierKind kind, string members)
    {
        Prediction prediction = Classifier(kind).Predict(News);
        string json = JsonSerializer.Serialize(prediction);
        JsonElement said = JsonDocument.Parse(json).RootElement;
        Assert.Equal(members.Split(','), said.EnumerateObject().Select(member => member.Name));
        if (said.TryGetProperty("scores", out JsonElement scores)) Assert.Equal(prediction.Scores, scores.EnumerateObject().Select(score => KeyValuePair.Create(score.Name, score.Value.GetDouble())));
        if (said.TryGetProperty("label", out JsonElement label)) Assert.Equal(prediction.Label, label.GetString());
        if (said.TryGetProperty("labels", out JsonElement labels)) Assert.Equal(prediction.Labels, labels.EnumerateArray().Select(item => item.GetString()));
        if (said.TryGetProperty("isPositive", out JsonElement positive)) Assert.Equal(prediction.IsPositive, positive.GetBoolean());
        if (said.TryGetProperty("probability", out JsonElement probability)) Assert.Equal(prediction.Probability, probability.GetDouble());
        Assert.Equal(json, JsonSerializer.Serialize(prediction, TopicModelJsonContext.Default.Prediction));
    }

    [Fact]
    public void Binary_SayingNo_IsNotPositive()
    {
        var classifier = new TopicClassifier(TestModels.Model(TestModels.Manifest(ClassifierKind.Binary, ["có"]), ("thua", [-3f])));
        Assert.False(classifier.Predict("thua").IsPositive);
        Assert.StartsWith("{\"isPositive\":false,\"probability\":0.", JsonSerializer.Serialize(classifier.Predict("thua")));
        Assert.StartsWith("{\"isPositive\":true,", JsonSerializer.Serialize(Classifier(ClassifierKind.Binary).Predict("đảng")));
    }

    [Fact]
    public void TaskList_HasItsItems()
    {
        TaskList list = new TaskListDetector(TestModels.Model(ClassifierKind.Passages)).Detect(News);
        JsonElement said = JsonDocument.Parse(JsonSerializer.Serialize(list)).RootElement;
        Assert.Equal(["isPositive", "probability", "items"], said.EnumerateObject().Select(member => member.Name));
        Assert.Equal(list.Items.Count, said.GetProperty("items").GetArrayLength());
        JsonElement item = said.GetProperty("items")[1];
        Assert.Equal(["text", "start", "length", "ordinal", "probability", "field", "fieldStart"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Hai là, cần cần hữu nghị.", 2, "body", 21), (item.GetProperty("text").GetString(), item.GetProperty("ordinal").GetInt32(), item.GetProperty("field").GetString(), item.GetProperty("fieldStart").GetInt32()));
        Assert.Equal(JsonNode.Parse(item.GetRawText())!.ToJsonString(), JsonNode.Parse(JsonSerializer.Serialize(list.Items[1]))!.ToJsonString());
        Assert.Contains("\"ordinal\":null", JsonSerializer.Serialize(list.Items[0] with { Ordinal = null }));
    }

    [Fact]
    public void Analysis_HasAPropertyForEachModelInTheOrderOfTheirNames()
    {
        using ArticleAnalyzer analyzer = ArticleAnalyzer.Load(Repository.PathOf("models"));
        ArticleAnalysis analysis = analyzer.Analyze(News);
        JsonElement said = JsonDocument.Parse(JsonSerializer.Serialize(analysis)).RootElement;
        Assert.Equal(["stance", "task-list", "theme"], said.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonSerializer.Serialize(analysis.Predictions["theme"]), said.GetProperty("theme").GetRawText());
        Assert.Equal(JsonSerializer.Serialize(analysis.TaskList), said.GetProperty("task-list").GetRawText());
        Assert.Matches(@"^stance: \w+ \(0\.\d{3}\); theme: .+ \(0\.\d{3}\); task-list: .+ \(0\.\d{3}\)$", analysis.ToString());
    }

    [Fact]
    public void Explanation_HasThePredictionAndTheEvidenceOfEachLabel()
    {
        Explanation explanation = Classifier(ClassifierKind.Multiclass).Explain(News);
        JsonElement said = JsonDocument.Parse(JsonSerializer.Serialize(explanation, TopicModelJsonContext.Default.Explanation)).RootElement;
        Assert.Equal(["label", "probability", "scores", "evidence"], said.EnumerateObject().Select(member => member.Name));
        foreach ((JsonElement evidence, int label) in said.GetProperty("evidence").EnumerateArray().Select((evidence, label) => (evidence, label)))
        {
            double Sum(string list) => evidence.GetProperty(list).EnumerateArray().Sum(item => item.GetProperty("contribution").GetDouble());
            Assert.Equal(explanation.Labels[label], evidence.GetProperty("label").GetString());
            Assert.Equal(explanation.Scores[label], evidence.GetProperty("bias").GetDouble() + Sum("terms"), 1e-5);
            Assert.Equal(explanation.Scores[label], evidence.GetProperty("bias").GetDouble() + Sum("spans"), 1e-5);
        }
    }

    [Fact]
    public void Results_InsideTypesOfTheApp_AreWrittenAsTheyAre()
    {
        Prediction prediction = Classifier(ClassifierKind.Binary).Predict("đảng");
        Assert.Equal(JsonSerializer.Serialize(prediction), JsonSerializer.Serialize(prediction, WebOptions));
        Assert.StartsWith("{\"Id\":1,\"Answer\":{\"isPositive\":", JsonSerializer.Serialize(new { Id = 1, Answer = prediction }));
    }

    [Fact]
    public void Readable_KeepsLettersAsTheyAre()
    {
        Prediction prediction = Classifier(ClassifierKind.Multiclass).Predict("đảng");
        Assert.Contains("\"label\":\"đảng\"", JsonSerializer.Serialize(prediction, TopicModelJsonContext.Readable.Prediction));
        Assert.Contains("\"label\":\"\\u0111\\u1EA3ng\"", JsonSerializer.Serialize(prediction, TopicModelJsonContext.Default.Prediction));
    }

    [Fact]
    public void Results_AreNotRead()
    {
        Assert.Equal("Prediction is written as JSON, never read: read the JSON into a type of your own", Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Prediction>("{}")).Message.Split(" The unsupported")[0]);
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<TaskList>("{}"));
    }

    [Fact]
    public void Article_IsReadAndWritten()
    {
        Article article = JsonSerializer.Deserialize<Article>("""{"id":7,"title":"T \ud83d\ude00","body":"B","source":"báo","lead":null,"tags":["x",{"y":1}]}""")!;
        Assert.Equal(("T 😀", "", "B", "báo", ""), (article.Title, article.Lead, article.Body, article["source"], article["tags"]));
        Article again = JsonSerializer.Deserialize(JsonSerializer.Serialize(article), TopicModelJsonContext.Default.Article)!;
        Assert.Equal(("T 😀", "B", "báo"), (again.Title, again.Body, again["source"]));
        Assert.Equal("", JsonSerializer.Deserialize<Article>("""{"TITLE":"x"}""")!.Title);
        Assert.Equal("x", JsonSerializer.Deserialize<Article>("""{"TITLE":"x"}""", JsonSerializerOptions.Web)!.Title);
    }

    [Theory]
    [InlineData("[]", "an article is a JSON object, StartArray was found")]
    [InlineData("""{"body":5}""", "'body' of an article is a string, Number was found")]
    [InlineData("""{"body":["x"]}""", "'body' of an article is a string, StartArray was found")]
    [InlineData("""{"body":"\ud800"}""", "")]
    [InlineData("""{"body":"x""", "")]
    public void Article_FromWhatIsNone_SaysWhy(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Article>(json)).Message);
}
