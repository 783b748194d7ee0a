using TopicModel.Text;

namespace TopicModel.Training.Tests.Corpus;

/// <summary>Keeps data/ healthy: fields, labels, tasks, balance, sameness. What the labels mean is in data/README.md.</summary>
public sealed class CorpusTests
{
    /// <summary>A run of so many words in two articles means that one was copied from the other, unless it is a name or a fixed formula.</summary>
    private const int CopiedRun = 12;

    private static readonly string[] Themes = ["economic-integration", "party-diplomacy", "people-to-people"];

    [Fact]
    public void Articles_Fields_AreOfTheSchema()
    {
        Assert.NotEmpty(CorpusArticle.All);
        Assert.All(CorpusArticle.All, article =>
        {
            Assert.NotEqual("", article.Id);
            Assert.NotEqual("", article.Title.Trim());
            Assert.Contains(article.Stance, new[] { "favor", "against", "neutral" });
            Assert.Equal(article.Themes.Order(StringComparer.Ordinal).Distinct(), article.Themes);
            Assert.All(article.Themes, theme => Assert.Contains(theme, Themes));
            Assert.Contains(article.Form, new[] { "tasks", "lookalike", "plain" });
            Assert.NotEqual("", article.Genre);
            Assert.NotEqual("", article.Register);
        });
    }

    [Fact]
    public void Articles_Identifiers_AreUnique() =>
        Assert.Equal(CorpusArticle.All.Count, CorpusArticle.All.Select(article => article.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Articles_Length_IsThatOfNews() =>
        Assert.All(CorpusArticle.All, article => Assert.InRange(article.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 110, 650));

    [Fact]
    public void Tasks_AreExactPartsOfTheBody() => Assert.All(CorpusArticle.All, article =>
    {
        Assert.Equal(article.Form == "tasks", article.Tasks.Length > 0);
        Assert.All(article.Tasks, task => Assert.Contains(task, article.Body, StringComparison.Ordinal));
    });

    /// <summary>What is learned are sentences: a task that covers none of them, or shares one with other text, would be lost or blur it.</summary>
    [Fact]
    public void Tasks_AreSentencesAsThePredictorSplitsThem()
    {
        int sentences = 0, tasks = 0;
        foreach (CorpusArticle article in CorpusArticle.All)
        {
            var ranges = new List<TextRange>();
            SentenceSplitter.Split(article.Body, ranges);
            bool[] marked = TopicModel.Training.Fitting.PassageMatcher.Match(article.Body, ranges, article.Tasks);
            sentences += marked.Count(mark => mark);
            tasks += article.Tasks.Length;
            Assert.True(article.Tasks.Length == 0 || marked.Contains(true), $"{article.Id}: no sentence is covered by a task");
        }
        Assert.InRange(sentences / (double)tasks, 0.97, 1.1);
    }

    [Fact]
    public void Labels_AreBalanced()
    {
        IReadOnlyList<CorpusArticle> all = CorpusArticle.All;
        Assert.All(Themes, theme => Assert.True(all.Count(article => article.Themes.Contains(theme)) >= 210, theme));
        Assert.True(all.Count(article => article.Themes.Length >= 2) >= 110);
        Assert.True(all.Count(article => article.Themes.Length == 0) >= 400);
        Assert.True(all.Count(article => article.Stance == "favor") >= 320);
        Assert.True(all.Count(article => article.Stance == "against") >= 250);
        Assert.True(all.Count(article => article.Stance == "neutral") >= 380);
        Assert.True(all.Count(article => article.Form == "tasks") >= 330);
        Assert.True(all.Count(article => article.Form == "lookalike") >= 200);
    }

    [Fact]
    public void Labels_EveryStanceAndForm_StandsInEveryThemeAndInNone()
    {
        foreach (string theme in Themes.Append("none"))
        {
            CorpusArticle[] articles = [.. CorpusArticle.All.Where(article => theme == "none" ? article.Themes.Length == 0 : article.Themes.Contains(theme))];
            foreach (IGrouping<string, CorpusArticle> stance in articles.GroupBy(article => article.Stance)) Assert.True(stance.Count() >= articles.Length / 10, $"{theme}: {stance.Key} {stance.Count()} of {articles.Length}");
            Assert.Equal(3, articles.Select(article => article.Stance).Distinct().Count());
            Assert.Equal(3, articles.Select(article => article.Form).Distinct().Count());
        }
    }

    [Fact]
    public void Articles_NoTwoShareARunOfTwelveWords_ButNamesAndFormulas()
    {
        // Names of offices and agreements, slogans, formulas of law and diplomacy that run to twelve words: read one by one.
        string[] formulas = File.ReadAllLines(Repository.PathOf("tests", "TopicModel.Training.Tests", "TestData", "formulas.txt"));
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var shared = new List<string>();
        foreach (CorpusArticle article in CorpusArticle.All)
            foreach (string run in Runs(article.Body).Concat(Runs($"{article.Title} . {article.Lead}")).Distinct(StringComparer.Ordinal))
                if (!owners.TryAdd(run, article.Id) && owners[run] != article.Id && !formulas.Any(formula => formula.Contains(run, StringComparison.Ordinal))) shared.Add($"{owners[run]} and {article.Id}: {run}");
        Assert.True(shared.Count == 0, string.Join('\n', shared.Take(10)));
    }

    private static IEnumerable<string> Runs(string text)
    {
        var words = new List<string>();
        var reader = new TokenReader(text, new char[TokenReader.BufferLength]);
        while (reader.MoveNext()) words.Add(reader.Token.ToString());
        for (int i = 0; i + CopiedRun <= words.Count; i++) yield return string.Join(' ', words.GetRange(i, CopiedRun));
    }
}
