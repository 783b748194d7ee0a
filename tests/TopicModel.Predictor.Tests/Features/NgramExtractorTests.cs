using TopicModel.Features;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Features;

public class NgramExtractorTests
{
    private const string News = "Sáng 5/3, Tổng Bí thư hội đàm với Đoàn đại biểu Đảng Nhân dân Cách mạng Lào; &ldquo;hòa bình&rdquo; là nền tảng, kim ngạch 3.500 tỷ.";

    [Theory]
    [InlineData(1, 1, 0, 0, false)]
    [InlineData(1, 3, 0, 0, true)]
    [InlineData(2, 3, 0, 0, true)]
    [InlineData(3, 8, 0, 0, false)]
    [InlineData(0, 0, 2, 5, false)]
    [InlineData(1, 2, 1, 8, true)]
    public void Extract_GivesTheFeaturesAndPlacesOfTheSlowTwin(int minWords, int maxWords, int minChars, int maxChars, bool unaccented)
    {
        NgramRange? words = maxWords == 0 ? null : new NgramRange(minWords, maxWords), chars = maxChars == 0 ? null : new NgramRange(minChars, maxChars);
        var extractor = new NgramExtractor(words, chars, unaccented, FeatureBlock.Words);
        var buffer = new NgramBuffer(recordSpans: true);
        var random = new DeterministicRandom(5);
        for (int i = 0; i < 200; i++)
        {
            string text = i == 0 ? News : i == 1 ? "" : Tokens.Hostile(ref random, 30);
            buffer.Clear();
            extractor.Extract(text, buffer);
            (ulong, int, int)[] found = [.. Enumerable.Range(0, buffer.Count).Select(k => (buffer.Hashes[k], buffer.Spans[k].Start, buffer.Spans[k].End)).Order()];
            Assert.Equal([.. SlowFeatures.Of(text, words, chars, unaccented).Order()], found);
        }
    }

    [Fact]
    public void Extract_SeveralParts_IsOneRunOfTokensWithPlacesInTheWholeText()
    {
        const string text = "hai bên XXX hội đàm";
        var buffer = new NgramBuffer(recordSpans: true);
        new NgramExtractor(new NgramRange(2, 2), null, false, FeatureBlock.Words).Extract(text, [new TextRange(0, 7), new TextRange(12, 7)], buffer);
        Assert.Equal([TestModels.Hash("hai bên"), TestModels.Hash("bên hội"), TestModels.Hash("hội đàm")], buffer.Hashes.ToArray());
        Assert.Equal(["hai bên", "bên XXX hội", "hội đàm"], buffer.Spans.ToArray().Select(span => span.Of(text).ToString()));
    }

    [Fact]
    public void Extract_WithoutSpans_GivesTheSameHashes()
    {
        var extractor = new NgramExtractor(new FeatureOptions { Chars = new NgramRange(2, 4), Unaccented = true });
        NgramBuffer plain = new(), recording = new(recordSpans: true);
        string text = string.Concat(Enumerable.Repeat(News + " ", 50));
        extractor.Extract(text, plain);
        extractor.Extract(text, recording);
        Assert.Equal(recording.Hashes.ToArray(), plain.Hashes.ToArray());
        Assert.Equal(0, plain.Spans.Length);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(1, 8)]
    public void Extract_WordsAloneWithoutSpans_GivesTheSameHashes(int least, int most)
    {
        foreach (bool unaccented in new[] { false, true })
        {
            var extractor = new NgramExtractor(new NgramRange(least, most), null, unaccented, FeatureBlock.NextSentence);
            for (int length = 0; length <= News.Length; length += length < 40 ? 1 : 37)
            {
                NgramBuffer plain = new(), recording = new(recordSpans: true);
                foreach (string text in new[] { News[..length], News })
                {
                    extractor.Extract(text, plain);
                    extractor.Extract(text, recording);
                }
                Assert.Equal(recording.Hashes.ToArray(), plain.Hashes.ToArray());
            }
        }
    }

    [Fact]
    public void Extract_WordsOfAnyText_AreThoseOfTheSlowReader()
    {
        string[] pieces =
        [
            "a", "đ", "Ổ", "hòa", "thuỷ", "7", " ", "  ", ", ", "\n", "&", "&amp;", "&eacute;", "&#x1EC7;", "\u200B", "\u0301", "e\u0323\u0302", "😀", "𝔘", "\uD800",
            new string('x', 9), new string('ế', 63), new string('y', 64), new string('z', 65), new string('w', 300), new string(' ', 64), new string('.', 70),
        ];
        var random = new DeterministicRandom(5);
        var extractor = new NgramExtractor(new NgramRange(1, 2), null, unaccented: true, FeatureBlock.Words);
        for (int i = 0; i < 3000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(random.Next(2) == 0 ? 9 : pieces.Length)]));
            int middle = random.Next(text.Length + 1);
            TextRange[] parts = i % 3 == 0 ? [new TextRange(0, middle), new TextRange(middle, text.Length - middle)] : [new TextRange(0, text.Length)];
            NgramBuffer plain = new(), recording = new(recordSpans: true);
            extractor.Extract(text, parts, plain);
            extractor.Extract(text, parts, recording);
            Assert.Equal(recording.Hashes.ToArray(), plain.Hashes.ToArray());
        }
    }

    [Fact]
    public void DocumentFeatures_JoinsNothingAcrossFieldsAndWeighsThem()
    {
        var features = new DocumentFeatures(new FeatureOptions { FieldWeights = new Dictionary<string, double> { ["title"] = 2.5 } }, ["title", "lead", "body"]);
        var buffer = new NgramBuffer();
        features.Extract(["Hội đàm", "", "Hai bên\nẢnh: TTXVN"], buffer);
        Assert.Equal([TestModels.Hash("hội"), TestModels.Hash("đàm"), TestModels.Hash("hội đàm"), TestModels.Hash("hai"), TestModels.Hash("bên"), TestModels.Hash("hai bên")],
            buffer.Hashes.ToArray().OrderBy(hash => Array.IndexOf([TestModels.Hash("hội"), TestModels.Hash("đàm"), TestModels.Hash("hội đàm"), TestModels.Hash("hai"), TestModels.Hash("bên")], hash) is var i and >= 0 ? i : 9));
        Assert.Equal([(3, 2.5f), (3, 1f), (6, 1f)], buffer.Fields);
    }

    [Fact]
    public void DocumentFeatures_WithoutCleaning_ReadsEverything()
    {
        var buffer = new NgramBuffer();
        new DocumentFeatures(new FeatureOptions { Clean = false, Words = new NgramRange(1, 1) }, ["body"]).Extract(["Hai bên\nẢnh: TTXVN"], buffer);
        Assert.Equal(4, buffer.Count);
    }
}
