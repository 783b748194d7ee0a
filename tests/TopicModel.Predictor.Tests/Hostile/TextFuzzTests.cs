using System.Diagnostics;
using System.Text;
using TopicModel.Features;
using TopicModel.Training.Data;
using Xunit.Abstractions;

namespace TopicModel.Tests.Hostile;

/// <summary>
/// Texts that nobody would write are answered by every kind of model, and long ones in time that grows with their length. The suite runs a
/// share of it; TOPICMODEL_TEST_TEXTS=100000 runs that many texts, and the long ones at 10 MB with their times compared.
/// </summary>
public class TextFuzzTests(ITestOutputHelper output)
{
    private const int ShareOfSuite = 4000, LongOfSuite = 200_000, LongOfAll = 10_000_000;

    private static readonly string? All = Environment.GetEnvironmentVariable("TOPICMODEL_TEST_TEXTS");

    private static readonly TopicClassifier[] Classifiers =
    [
        new(TestModels.Model(ClassifierKind.Binary)),
        new(TestModels.Model(ClassifierKind.Multiclass, new FeatureOptions { Chars = new NgramRange(1, 8), Unaccented = true })),
        new(TestModels.Model(ClassifierKind.Multilabel, new FeatureOptions { Clean = false, Words = new NgramRange(1, 3) })),
    ];

    private static readonly TaskListDetector Detector = new(TestModels.Model(ClassifierKind.Passages));

    [Fact]
    public void GeneratedTexts_AreAnsweredByEveryKind()
    {
        var random = new DeterministicRandom(13);
        int count = int.Parse(All ?? $"{ShareOfSuite}", System.Globalization.CultureInfo.InvariantCulture);
        for (int i = 0; i < count; i++)
        {
            string text = Tokens.Hostile(ref random, 30);
            var article = new Article { Title = Tokens.Hostile(ref random, 4), Body = text };
            foreach (TopicClassifier classifier in Classifiers) Assert.All(classifier.Predict(article).Scores.Values, value => Assert.InRange(value, 0, 1));
            TaskListDetectorTests.AssertConsistent(Detector.Detect(article), article);
            if (i % 5 == 0) AssertExplained(Classifiers[1].Explain(article), article);
        }
    }

    private static void AssertExplained(Explanation explanation, Article article)
    {
        ExplanationTests.AssertConsistent(explanation, article);
        foreach ((string field, string text) in explanation.Texts)
            Assert.Equal(text, string.Concat(explanation.Mark(explanation.Labels[0], field).Select(segment => segment.Text)));
        Assert.DoesNotContain("<script", explanation.ToHtml());
        Assert.DoesNotContain(explanation.ToAnsi(width: 20), unit => char.IsControl(unit) && unit is not ('\n' or '\t' or '\u001b'));
    }

    /// <summary>A repeated piece, one name each: what cost the square of its length in some text processor.</summary>
    public static TheoryData<string, string> Pieces => new()
    {
        { "one token", "x" }, { "one accented token", "ệ" }, { "marks", "\u0301" }, { "mark storm", "a\u0301\u0302\u0323" }, { "low marks", "\u0323\u0301" },
        { "NULs", "\0" }, { "high surrogates", "\uD83D" }, { "low surrogates", "\uDE00" }, { "emoji", "😀" }, { "joined emoji", "👩\u200D👩\u200D👧" },
        { "right to left", "\u202Eשלום " }, { "zero width", "\u200B" }, { "Hangul", "\u1100\u1161" }, { "ampersands", "&" }, { "entities", "&#7879;" }, { "broken entities", "&amp" },
        { "braces", "{" }, { "template marks", "{keywords}" }, { "brackets", "(" }, { "stops", "." }, { "spaced stops", ". " }, { "sentences", "A. " }, { "initials", "V. " },
        { "list numbers", "1. " }, { "lines", "\n" }, { "list marks", "- " }, { "numbered lines", "Một là, cần\n" }, { "colons", ":" }, { "credits", "Ảnh: x\n" }, { "tails", "Tin khác\n" },
        { "quotes", "\"" }, { "known words", "đảng " }, { "known pairs", "nhân dân hội đàm " }, { "words", "một hai " }, { "blanks", " " },
    };

    [Theory]
    [MemberData(nameof(Pieces))]
    public void LongTexts_OfOnePiece_AreAnsweredInLinearTime(string name, string piece)
    {
        string longText = Repeat(piece, All is null ? LongOfSuite : LongOfAll), quarter = longText[..(longText.Length / 4)];
        double quarterSeconds = Answer(quarter), seconds = Answer(longText);
        output.WriteLine($"{name}: {longText.Length} units in {seconds:0.00} s, a quarter of them in {quarterSeconds:0.00} s");
        // Four times the text in eight times the time: the square would be sixteen.
        if (All is not null) Assert.True(seconds < 8 * quarterSeconds + 0.5, $"{name}: {seconds} s for what takes {quarterSeconds} s a quarter");
    }

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static double Answer(string text)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (TopicClassifier classifier in Classifiers) Assert.InRange(classifier.Predict(text).Probability, 0, 1);
        Assert.InRange(Classifiers[0].Predict(Encoding.UTF8.GetBytes(text)).Probability, 0, 1);
        Assert.InRange(Detector.Detect(text).Probability, 0, 1);
        Explanation explanation = Classifiers[2].Explain(text);
        Assert.True(explanation.ToHtml().Length + explanation.ToAnsi(width: 80).Length > 0);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
