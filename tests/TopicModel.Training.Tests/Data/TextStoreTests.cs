using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Tests.Data;

public sealed class TextStoreTests
{
    private static readonly string[] TextFields = ["title", "body"];

    /// <summary>Short and long texts, empty ones, all kinds of characters, and one that is larger than a block of the store.</summary>
    private static List<string[]> Texts()
    {
        var random = new DeterministicRandom(3);
        List<string[]> texts = [["", ""], ["Hội nghị", ""], ["", "𝔘nicode và tiếng Việt"], ["a", new string('ệ', 1_500_000)]];
        for (int i = 0; i < 500; i++) texts.Add([$"Tin {i}", string.Join(' ', Enumerable.Range(0, random.Next(400)).Select(_ => random.Next(3) == 0 ? "ngoại giao" : "talks 😀"))]);
        return texts;
    }

    [Theory]
    [InlineData(TextStore.DefaultMemoryBudget)]
    [InlineData(100_000)]
    [InlineData(0)]
    public void ToStrings_WhereverTheyAreKept_GivesTheTextsBack(long memoryBudget)
    {
        List<string[]> texts = Texts();
        var store = new TextStore(memoryBudget);
        StoredTexts[] stored = [.. texts.Select(own => store.Add(own))];

        Parallel.For(0, 4 * texts.Count, i => Assert.Equal(texts[i % texts.Count], stored[i % texts.Count].ToStrings()));
    }

    [Theory]
    [InlineData(TextStore.DefaultMemoryBudget)]
    [InlineData(0)]
    public void Read_OfAStoredDocument_IsThatOfItsStrings(long memoryBudget)
    {
        var store = new TextStore(memoryBudget);
        foreach (string[] texts in Texts())
        {
            DocumentTexts read = new Document("d", store.Add(texts), []).Read();
            Assert.Equal(texts.Length, read.Ends.Length);
            for (int i = 0; i < texts.Length; i++) Assert.Equal(texts[i], read[i].ToString());
        }
    }

    [Fact]
    public void DocumentSource_OfStoredDocuments_HasTheFeaturesOfTheirStrings()
    {
        var store = new TextStore();
        List<string[]> texts = [["Việt Nam", "Việt Nam\nHôm nay họp."], .. Texts().Skip(4).Take(20)];
        Document[] strings = [.. texts.Select(own => new Document("d", own, [], ""))], stored = [.. texts.Select(own => new Document("d", store.Add(own), []))];
        var features = new DocumentFeatures(new FeatureOptions(), TextFields);
        NgramBuffer expected = new(), actual = new();
        for (int i = 0; i < texts.Count; i++)
        {
            features.Extract(texts[i], expected);
            foreach (Document[] documents in new[] { strings, stored })
            {
                new DocumentSource(documents, features).Extract(i, actual);
                Assert.Equal(expected.Hashes.ToArray(), actual.Hashes.ToArray());
                Assert.Equal(expected.Fields, actual.Fields);
            }
        }
        Assert.Equal(DataFingerprint.Compute(strings), DataFingerprint.Compute(stored));
    }
}
