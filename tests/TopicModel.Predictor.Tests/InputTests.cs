using System.Text;
using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Tests;

/// <summary>Every form in which a text may come gives what the string gives.</summary>
public class InputTests
{
    private static readonly TopicClassifier Classifier = new(TestModels.Model(ClassifierKind.Multiclass,
        new FeatureOptions { Unaccented = true, FieldWeights = new Dictionary<string, double> { ["title"] = 2, ["body"] = 0.5 } }));

    [Fact]
    public void Predict_StringSpanOrUtf8_IsTheSame()
    {
        var random = new DeterministicRandom(21);
        for (int i = 0; i < 2000; i++)
        {
            string text = "Đảng hội đàm " + Tokens.Hostile(ref random, 30) + " nhân dân";
            Prediction expected = Classifier.Predict(new Article { Body = text });
            Assert.Equal(expected.Scores, Classifier.Predict(text).Scores);
            Assert.Equal(expected.Scores, Classifier.Predict(("x" + text + "y").AsSpan(1, text.Length)).Scores);
            Assert.Equal(expected.Scores, Classifier.Predict(Encoding.UTF8.GetBytes(text)).Scores);
        }
    }

    [Fact]
    public void Predict_Utf8WithByteOrderMark_PassesItOver() =>
        Assert.Equal(Classifier.Predict("Đảng").Scores, Classifier.Predict("\uFEFFĐảng"u8).Scores);

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public void Predict_BytesThatAreNoUtf8_SeparateWords(byte[] damage) =>
        Assert.Equal(Classifier.Predict("Đảng \uFFFD nhân dân").Scores, Classifier.Predict([.. "Đảng"u8, .. damage, .. "nhân dân"u8]).Scores);

    [Fact]
    public void Predict_SpanOrUtf8AboveTheLimit_SaysHowLongItIs()
    {
        const string message = "the text of field 'body' has 16000001 UTF-16 units, 16000000 are allowed";
        string longest = new('ế', Article.MaxTextLength), tooLong = longest + "x";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Classifier.Predict(tooLong.AsSpan())).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Classifier.Predict(Encoding.UTF8.GetBytes(tooLong))).Message);
        Assert.Equal(3, Classifier.Predict(Encoding.UTF8.GetBytes(longest)).Scores.Count);
    }

    [Fact]
    public void Predict_Spans_AllocatesNoMoreThanItsResult()
    {
        string text = string.Concat(Enumerable.Repeat("Đảng Nhân dân hội đàm về thương mại; cần hữu nghị. ", 60));
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Classifier.Predict(text);
        Classifier.Predict(utf8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Classifier.Predict(text.AsSpan());
            Classifier.Predict(utf8);
        }
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 200, 1, 300);
    }

    [Fact]
    public void ArticleToString_IsTheTitleWithTheFieldsThatAreSet()
    {
        Assert.Equal("Tin mới (title, source)", new Article { Title = "Tin mới", ["source"] = "x", Lead = "" }.ToString());
        Assert.Equal(new string('x', 60) + "… (body)", new Article { Body = new string('x', 100) }.ToString());
        Assert.Equal(" ()", new Article().ToString());
    }

    /// <summary>The public face as the design has it, word for word.</summary>
    [Fact]
    public void PublicFace_IsAsDesigned()
    {
        string path = Repository.PathOf("models", "theme.tmodel"), text = "Việt Nam ký hiệp định thương mại.", folder = Repository.PathOf("models");
        using var theme = TopicClassifier.Load(path);
        Prediction p = theme.Predict(text);
        Explanation e = theme.Explain(text);
        using var all = ArticleAnalyzer.Load(folder);
        ArticleAnalysis a = all.Analyze(new Article { Title = "Tin", Lead = "Tóm tắt", Body = text });
        Assert.Equal(p.Label, p.Labels.MaxBy(label => p.Scores[label]));
        Assert.Equal(p.Scores, e.Prediction.Scores);
        Assert.NotNull(a.Themes);
        Assert.NotNull(a.Stance);
        foreach (TaskItem item in a.TaskList!.Items) Assert.Equal((item.Text.Length, null), (item.Length, item.Ordinal));
    }
}
