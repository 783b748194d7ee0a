using TopicModel.Features;

namespace TopicModel.Tests;

public class ExplanationTests
{
    [Theory]
    [InlineData("Đảng Nhân dân hội đàm về thương mại; đảng là đảng.", false)]
    [InlineData("h&#7897;i đàm: đ\u1EA3ng cần NHÂN DÂN", true)]
    [InlineData("không có gì", false)]
    [InlineData("", true)]
    public void TermsAndSpans_AddUpToTheScores(string text, bool chars)
    {
        var features = new FeatureOptions { Chars = chars ? new NgramRange(2, 3) : null, FieldWeights = new Dictionary<string, double> { ["title"] = 3 } };
        var classifier = new TopicClassifier(TestModels.Model(ClassifierKind.Multiclass, features));
        var article = new Article { Title = "Đảng và nhân dân", Body = text };
        Explanation explanation = classifier.Explain(article);
        AssertConsistent(explanation, article);
        Assert.Equal(classifier.Predict(article).Scores, explanation.Prediction.Scores);
        Assert.Equal(["đảng", "dân", "kinh tế"], explanation.Labels);
    }

    [Fact]
    public void Terms_AreTheCallersOwnWordsInOrder()
    {
        Explanation explanation = new TopicClassifier(TestModels.Model(ClassifierKind.Multiclass)).Explain("HỘI ĐÀM với Đảng, đảng là…");
        Assert.Equal(["HỘI ĐÀM", "Đảng", "là"], explanation.Terms.Select(term => term.Text));
        Assert.Equal([1, 2, 1], explanation.Terms.Select(term => term.Occurrences));
        Assert.All(explanation.Spans, span => Assert.Equal("body", span.Field));
    }

    /// <summary>Terms and spans add up to the score; spans lie in their fields, in order, without overlaps.</summary>
    internal static void AssertConsistent(Explanation explanation, Article article)
    {
        for (int label = 0; label < explanation.Labels.Count; label++)
        {
            Assert.Equal(explanation.Scores[label], explanation.Biases[label] + explanation.Terms.Sum(term => term.Contributions[label]), 1e-5);
            Assert.Equal(explanation.Scores[label], explanation.Biases[label] + explanation.Spans.Sum(span => span.Contributions[label]), 1e-5);
        }
        (int Field, int End) before = (0, 0);
        string[] fields = ["title", "lead", "body"];
        foreach (EvidenceSpan span in explanation.Spans)
        {
            int field = Array.IndexOf(fields, span.Field);
            Assert.True(field > before.Field || (field == before.Field && span.Start >= before.End));
            Assert.True(span.Length > 0 && span.Start + span.Length <= article[span.Field].Length);
            before = (field, span.Start + span.Length);
        }
    }
}
