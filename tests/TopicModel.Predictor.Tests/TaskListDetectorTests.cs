using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel.Tests;

public class TaskListDetectorTests
{
    private const string Body = "Phiên họp mở đầu sáng nay.\nMột là, cần hoàn thiện thể chế.\n2. Cần cần mở rộng thị trường.\nẢnh: cần\nPhiên họp kết thúc.";

    private static TaskListDetector Detector(params string[] sentenceFields) => new(TestModels.Model(
        TestModels.Manifest(ClassifierKind.Passages, ["có"]) with { SentenceFields = sentenceFields, Thresholds = [0.99] }, ("cần", [3f]), ("họp", [-3f])));

    [Fact]
    public void Detect_FindsTheSentencesWithTheirPlacesAndNumbers()
    {
        var article = new Article { Title = "Thủ tướng chủ trì phiên họp", Body = Body };
        TaskList list = Detector("body").Detect(article);
        Assert.True(list.IsPositive);
        Assert.Equal(["Một là, cần hoàn thiện thể chế.", "2. Cần cần mở rộng thị trường."], list.Items.Select(item => item.Text));
        Assert.Equal([1, 2], list.Items.Select(item => item.Ordinal));
        AssertConsistent(list, article);
        Assert.StartsWith("2 tasks (", list.ToString());
        Assert.StartsWith("1 task (", (list with { Items = [list.Items[0]] }).ToString());
        Assert.StartsWith("2. 2. Cần cần mở rộng thị trường. (0.99", list.Items[1].ToString());
    }

    [Theory]
    [InlineData("Cần rà soát:\n1.\nCần giảm thuế.\n2.\nCần bố trí vốn.", "1 Cần giảm thuế.|2 Cần bố trí vốn.")]
    [InlineData("Yêu cầu: Một là, cần giảm thuế. Trong đó cần bố trí vốn quý I. Hai là, cần báo cáo.", "1 Yêu cầu: Một là, cần giảm thuế.|Trong đó cần bố trí vốn quý I.|2 Hai là, cần báo cáo.")]
    [InlineData("Yêu cầu:\n- cần giảm thuế\n+ cần bố trí vốn;\n• Cần báo cáo", "- cần giảm thuế|+ cần bố trí vốn;|• Cần báo cáo")]
    [InlineData("Một, cần giảm thuế. Hai, cần bố trí vốn.\n\nViệc thứ ba, cần báo cáo.", "1 Một, cần giảm thuế.|2 Hai, cần bố trí vốn.|3 Việc thứ ba, cần báo cáo.")]
    [InlineData("a) Cần giảm thuế;\nb) Cần bố trí vốn;\nIII. Cần báo cáo", "1 a) Cần giảm thuế;|2 b) Cần bố trí vốn;|3 III. Cần báo cáo")]
    [InlineData("III. Cần tổ chức\n1. Cần phân công\na) Cần giảm thuế;\n2. Cần bố trí vốn\nCác bộ cần thực hiện:\n- cần báo cáo\nCẦN KIỂM TRA\nCần hết.\nTheo Cần Thơ", "1 a) Cần giảm thuế;|2 2. Cần bố trí vốn|- cần báo cáo|Cần hết.")]
    [InlineData("Yêu cầu: một là cần giảm thuế; hai là cần bố trí vốn.\nCần báo cáo.", "Yêu cầu: một là cần giảm thuế; hai là cần bố trí vốn.|Cần báo cáo.")]
    public void Detect_ListsOfEveryShape_GivesTheirSentencesAndNumbers(string body, string expected)
    {
        var detector = new TaskListDetector(TestModels.Model(TestModels.Manifest(ClassifierKind.Passages, ["có"]) with { Thresholds = [0.6] }, ("cần", [3f])));
        TaskList list = detector.Detect(body);
        Assert.Equal(expected.Split('|'), list.Items.Select(item => item.Ordinal is { } number ? $"{number} {item.Text}" : item.Text));
        AssertConsistent(list, new Article { Body = body });
    }

    /// <summary>"1. Cần phân công" is the heading of a), so that the introduction before it has no other item than a).</summary>
    [Theory]
    [InlineData("Các bộ cần thực hiện:\n- họp.\nCần báo cáo.", "Các bộ cần thực hiện:|Cần báo cáo.")]
    [InlineData("Các bộ cần thực hiện:\n1.\nHọp.\n2.\nCần báo cáo.", "Các bộ cần thực hiện:|2 Cần báo cáo.")]
    [InlineData("Các bộ cần thực hiện:\n1. Cần phân công\na) Họp.\nCần báo cáo.", "Các bộ cần thực hiện:|Cần báo cáo.")]
    [InlineData("Các bộ cần thực hiện:\n1. Cần phân công\na) Cần giảm thuế.", "1 a) Cần giảm thuế.")]
    [InlineData("Các bộ cần thực hiện:\n- Các sở cần thực hiện:\n+ cần giảm thuế.", "+ cần giảm thuế.")]
    [InlineData("Các bộ cần thực hiện:\n- Các sở cần thực hiện:\n+ họp.", "- Các sở cần thực hiện:")]
    public void Detect_AnIntroduction_IsLeftOutOnlyWhereAnItemOfItIsShown(string body, string expected)
    {
        var detector = new TaskListDetector(TestModels.Model(TestModels.Manifest(ClassifierKind.Passages, ["có"]) with { Thresholds = [0.6] }, ("cần", [3f])));
        TaskList list = detector.Detect(body);
        Assert.Equal(expected.Split('|'), list.Items.Select(item => item.Ordinal is { } number ? $"{number} {item.Text}" : item.Text));
    }

    [Fact]
    public void Detect_ItemsOfSeveralSentences_GoOnInTheirLine()
    {
        const string body = "Cần đổi mới. Một là, cần giảm thuế. Trong đó cần bố trí vốn. Hai là, cần báo cáo. Hội nghị họp họp. Cần họp thêm, cần cần.\nCần kiểm tra.\n- cần giao lưu. Cần thêm người.\nCần hết.";
        var detector = new TaskListDetector(TestModels.Model(TestModels.Manifest(ClassifierKind.Passages, ["có"]) with { Thresholds = [0.6] }, ("cần", [3f]), ("họp", [-3f])));
        Assert.Equal(
            ["Cần đổi mới.", "1 Một là, cần giảm thuế.", "> Trong đó cần bố trí vốn.", "2 Hai là, cần báo cáo.", "Cần họp thêm, cần cần.", "Cần kiểm tra.", "- cần giao lưu.", "> Cần thêm người.", "Cần hết."],
            detector.Detect(body).Items.Select(item => $"{item.Ordinal}{(item.Continues ? ">" : "")} {item.Text}".Trim()));
    }

    [Fact]
    public void Detect_JoinedPlaces_PassOverEmptyFields()
    {
        foreach (Article article in new[] { new Article { Lead = "Một câu.", Body = Body }, new Article { Title = "T", Lead = "L", Body = Body }, new Article { Body = Body } })
            AssertConsistent(Detector("body").Detect(article), article);
    }

    [Fact]
    public void Detect_SeveralSentenceFields_ReadsThemAll()
    {
        var article = new Article { Title = "Cần cần cần", Lead = "Cần mở rộng.", Body = Body };
        TaskList list = Detector("title", "lead", "body").Detect(article);
        Assert.Equal(["title", "lead", "body", "body"], list.Items.Select(item => item.Field));
        AssertConsistent(list, article);
    }

    [Fact]
    public void Detect_AText_IsTheBody() => Assert.Equal(Detector("body").Detect(new Article { Body = Body }).Items, Detector("body").Detect(Body).Items);

    [Fact]
    public void Detect_NothingOfTheKind_IsNegative()
    {
        TaskList list = Detector("body").Detect("Phiên họp.");
        Assert.Equal((false, 0), (list.IsPositive, list.Items.Count));
        Assert.StartsWith("no tasks (0.", list.ToString());
        Assert.False(Detector("body").Detect("").IsPositive);
        Assert.Throws<ArgumentNullException>(() => Detector("body").Detect((string)null!));
        Assert.Throws<ArgumentNullException>(() => Detector("body").Detect((Article)null!));
    }

    [Fact]
    public void DocumentProbability_IsTheLogisticRuleOfTheSummary()
    {
        var rule = new DocumentRule([0.5, 0, 0, 1, 2, -1], 0.25, 0.5);
        double expected = 0.25 + 0.5 * Math.Log(3) + Math.Log(2) + 2 * 0.5 - Math.Log(3);
        Assert.Equal(1 / (1 + Math.Exp(-expected)), PassageModel.DocumentProbability(rule, [0.75, 0.25]), 1e-14);
    }

    /// <summary>Items stand where they say, in their field and in the joined text.</summary>
    internal static void AssertConsistent(TaskList list, Article article)
    {
        string joined = string.Join('\n', new[] { article.Title, article.Lead, article.Body }.Where(text => text.Length > 0));
        foreach (TaskItem item in list.Items)
        {
            Assert.Equal(item.Text, article[item.Field].Substring(item.FieldStart, item.Length));
            Assert.Equal(item.Text, joined.Substring(item.Start, item.Length));
            Assert.InRange(item.Probability, 0, 1);
        }
        Assert.InRange(list.Probability, 0, 1);
        if (!list.IsPositive) Assert.Empty(list.Items);
    }
}
