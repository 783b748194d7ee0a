using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;

namespace TopicModel.Training.Tests.Evaluation.Mistakes;

public class MistakeTests
{
    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Cells_Counts_AreThoseOfTheConfusion(ClassifierKind kind)
    {
        PredictionSet set = RandomPredictions.Make(kind, 120, 4, 9);
        Confusion confusion = Evaluator.Evaluate(set, 0).Confusion;

        IReadOnlyList<ConfusionCell> cells = ConfusionCells.Build(set, Documents(120));

        Assert.All(cells, cell => Assert.Equal(confusion.Counts[cell.Row][cell.Column], cell.Count));
        int listed = cells.Sum(cell => cell.Count), all = confusion.Counts.SelectMany((row, r) => row.Where((_, c) => kind != ClassifierKind.Multilabel || c > 0)).Sum();
        Assert.Equal(all, listed);
        foreach (ConfusionCell cell in cells)
        {
            double[] probabilities = [.. cell.Articles.Select(article => article.Probability)];
            Assert.Equal(cell.IsMistake ? probabilities.OrderDescending() : probabilities.Order(), probabilities);
            Assert.True(cell.Articles.Count <= (cell.IsMistake ? 20 : 3));
        }
    }

    [Fact]
    public void Cells_ManyMistakes_StayBelowTheCapAndEveryCellHasOne()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multiclass, 4000, 20, 9);

        IReadOnlyList<ConfusionCell> cells = ConfusionCells.Build(set, Documents(4000));

        Assert.InRange(cells.Sum(cell => cell.Articles.Count), 200, 400);
        Assert.All(cells, cell => Assert.NotEmpty(cell.Articles));
    }

    [Fact]
    public void Cells_ManyMistakes_TheCommonestHasMostArticles()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multiclass, 3000, 10, 9);

        IReadOnlyList<ConfusionCell> cells = ConfusionCells.Build(set, Documents(3000));

        ConfusionCell[] mistakes = [.. cells.Where(cell => cell.IsMistake).OrderByDescending(cell => cell.Count)];
        Assert.Equal(Math.Min(20, mistakes[0].Count), mistakes[0].Articles.Count);
        Assert.True(mistakes.Sum(cell => Math.Min(20, cell.Count)) > 400, "there are not enough mistakes for the cap");
        Assert.Equal(400, cells.Sum(cell => cell.Articles.Count));
        Assert.All(mistakes.Zip(mistakes.Skip(1)), pair => Assert.True(Math.Min(20, pair.First.Count) == pair.First.Articles.Count || pair.Second.Articles.Count <= pair.First.Articles.Count));
    }

    [Fact]
    public void Choose_TakesTurnsAndNoArticleTwice()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 300, 3, 9);

        IReadOnlyList<Decision> chosen = MistakeFinder.Choose(set);

        Assert.Equal(12, chosen.Count);
        Assert.All(chosen, decision => Assert.True(decision.IsMistake));
        Assert.Equal(12, chosen.Select(decision => decision.Example).Distinct().Count());
        // Six kinds of mistakes, each once before any comes again; the first is the most confident of all.
        Assert.Equal(6, chosen.Take(6).Select(decision => (decision.Row, decision.Column)).Distinct().Count());
        Assert.Equal(ConfusionCells.Decisions(set).Where(decision => decision.IsMistake).Max(decision => decision.Probability), chosen[0].Probability);
    }

    [Fact]
    public void Excerpts_AnyTextAndSpans_AreInTheTextAndMarksInTheExcerpts()
    {
        var words = Gen.Elements("hợp tác", "và", "🇻🇳", "thuế quan", "x").ListOf(60).Select(list => string.Join(' ', list));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(words.Two().ToArbitrary(), pair =>
        {
            (string title, string body) = pair;
            var article = new Article { Title = title, Body = body };
            PushedSpan[] spans = [.. Spans("title", title).Concat(Spans("body", body))];

            IReadOnlyList<Excerpt> excerpts = ExcerptCutter.Cut(article, ["title", "body"], spans);

            Assert.NotEmpty(excerpts);
            Assert.True(excerpts.Sum(excerpt => excerpt.Text.Length) <= 600);
            foreach (Excerpt excerpt in excerpts)
            {
                Assert.Contains(excerpt.Text, article[excerpt.Field], StringComparison.Ordinal);
                Assert.Equal(excerpt.StartsInside || excerpt.EndsInside, excerpt.Text != article[excerpt.Field]);
                int end = 0;
                foreach (ExcerptMark mark in excerpt.Marks)
                {
                    Assert.True(mark.Start >= end && mark.Start + mark.Length <= excerpt.Text.Length);
                    Assert.InRange(mark.Strength, -1, 1);
                    end = mark.Start + mark.Length;
                }
            }
        }));
    }

    [Fact]
    public void Excerpts_NothingPushed_AreNone() => Assert.Empty(ExcerptCutter.Cut(new Article { Body = "a" }, ["body"], [new PushedSpan("body", 0, 1, 0)]));

    [Theory]
    [InlineData("Một dòng\nThân bài", "", "Một dòng", "Thân bài")]
    [InlineData("", "  Chỉ thân bài  ", "Chỉ thân bài", "")]
    [InlineData("Tít", "Thân  bài\n hai dòng", "Tít", "Thân bài hai dòng")]
    public void ArticleText_TitleIsTheFirstLine_SnippetWhatFollows(string first, string second, string title, string snippet)
    {
        var document = new Document("d", [first, second], [null], "p");
        Assert.Equal((title, snippet), (ArticleText.Title(document), ArticleText.Snippet(document)));
    }

    [Fact]
    public void Shorten_CutsBehindAWordAndNeverInsideACharacter()
    {
        Assert.Equal("một hai ba…", ArticleText.Shorten("một hai ba bốn năm", 12));
        Assert.Equal("xxxxxxxxx…", ArticleText.Shorten(new string('x', 50), 10));
        Assert.Equal("xxxx…", ArticleText.Shorten("xxxx😀😀😀", 6));
        Assert.Equal("ngắn", ArticleText.Shorten("ngắn", 10));
    }

    /// <summary>Every second word, with pushes of all sizes and both signs.</summary>
    private static IEnumerable<PushedSpan> Spans(string field, string text)
    {
        int start = 0, number = 0;
        foreach (string word in text.Split(' '))
        {
            if (number % 2 == 0) yield return new PushedSpan(field, start, word.Length, (number % 7 - 2) / 3.0);
            start += word.Length + 1;
            number++;
        }
    }

    private static Document[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => new Document($"d{i}", [$"text {i}"], [null], $"line {i}"))];
}
