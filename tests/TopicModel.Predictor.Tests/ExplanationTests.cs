using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Format;

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

    [Fact]
    public void Terms_SameWordsWithAndWithoutAccents_AreOne()
    {
        ulong accented = TestModels.Hash("đàm"), plain = FeatureHash.InBlock(FeatureHash.Units("dam"), FeatureBlock.UnaccentedWords);
        (ulong Hash, float Weight)[] features = [.. new[] { (accented, 1f), (plain, 0.25f) }.OrderBy(feature => feature.Item1)];
        var model = new TextModel(TestModels.Manifest(ClassifierKind.Binary, ["có"], new FeatureOptions { Unaccented = true }),
            VocabularyLayout.Of([.. features.Select(feature => feature.Hash)], [16, 16], []), TestModels.Linear([.. features.Select(feature => feature.Weight)], [0f]), null);
        var classifier = new TopicClassifier(model);

        EvidenceTerm both = Assert.Single(classifier.Explain("đàm ấy").Terms);
        Assert.Equal(("đàm", 1), (both.Text, both.Occurrences));
        Assert.Equal(classifier.Explain("đàm ấy").Scores[0], both.Contributions[0], 1e-6);
        Assert.Equal(["đạm", "đàm"], classifier.Explain("đạm đàm").Terms.Select(term => term.Text));
        Assert.Equal(["dam"], classifier.Explain("dam").Terms.Select(term => term.Text));
        AssertConsistent(classifier.Explain("đạm đàm, đàm"), new Article { Body = "đạm đàm, đàm" });
    }

    [Fact]
    public void Evidence_TellsAndNamesItsContributions()
    {
        Explanation explanation = new TopicClassifier(TestModels.Model(ClassifierKind.Multiclass)).Explain("HỘI ĐÀM với\nđảng");
        EvidenceTerm term = explanation.Terms[0];
        EvidenceSpan span = explanation.Spans[^1];
        Assert.Equal(explanation.Labels.Select(term.ContributionTo), term.Contributions);
        Assert.Equal(explanation.Labels.Select(span.ContributionTo), span.Contributions);
        Assert.Equal("'x' is not a label of this classifier: đảng, dân, kinh tế", Assert.Throws<ArgumentException>(() => term.ContributionTo("x")).Message);
        Assert.Throws<ArgumentNullException>(() => span.ContributionTo(null!));
        Assert.Equal("hội đàm và: b -2.000, d +1.500, a +1.000", new EvidenceTerm("hội đàm\n và", 2, ["a", "b", "c", "d"], [1, -2, 0, 1.5]).ToString());
        Assert.Equal("body[12..16]: a +0.500", new EvidenceSpan("body", 12, 4, ["a"], [0.5]).ToString());
    }

    [Fact]
    public void ToString_NoLabelGiven_SaysSo() => Assert.Equal("none (0.018)",
        new TopicClassifier(TestModels.Model(TestModels.Manifest(ClassifierKind.Multilabel, ["a", "b"]), ("xa", [-2, -2]))).Explain("xa").ToString());

    [Theory]
    [InlineData(ClassifierKind.Multiclass, "Đảng hội đàm với nhân dân và thương mại; là đảng", "đảng (0.921): Đảng +1.947, hội đàm +0.345, là +0.228")]
    [InlineData(ClassifierKind.Multilabel, "Đảng, nhân dân và hữu nghị", "đảng (0.932): Đảng +1.537, hữu nghị +0.328; dân (0.995): nhân dân +1.677, hữu nghị +1.312")]
    [InlineData(ClassifierKind.Multilabel, "không có gì", "đảng (0.500)")]
    [InlineData(ClassifierKind.Binary, "đảng hội đàm", "có (0.997): đảng +2.220, hội đàm +0.667")]
    [InlineData(ClassifierKind.Binary, "nhân dân, thương mại", "không (0.035): thương mại -0.836, nhân dân -0.825")]
    [InlineData(ClassifierKind.Binary, "", "có (0.500)")]
    public void ToString_LabelsGiven_WithTheirStrongestTerms(ClassifierKind kind, string text, string expected) =>
        Assert.Equal(expected, new TopicClassifier(TestModels.Model(kind)).Explain(text).ToString());

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
