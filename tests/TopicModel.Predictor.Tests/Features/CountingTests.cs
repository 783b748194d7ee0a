using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Features;

public class CountingTests
{
    private static ulong[] Hashes(int count, int seed)
    {
        var random = new DeterministicRandom(seed);
        var hashes = new SortedSet<ulong>();
        while (hashes.Count < count) hashes.Add(random.NextBits());
        return [.. hashes];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(70_000)]
    public void Vocabulary_FindsWhatADictionaryFinds(int count)
    {
        ulong[] hashes = Hashes(count, 6);
        var vocabulary = new Vocabulary(hashes, new float[count]);
        Dictionary<ulong, int> oracle = hashes.Select((hash, i) => (hash, i)).ToDictionary();
        foreach (ulong hash in hashes.Concat(Hashes(1000, 7)).Concat(new ulong[] { 0, ulong.MaxValue, 1UL << 63 }))
            Assert.Equal(oracle.GetValueOrDefault(hash, -1), vocabulary.Find(hash));
    }

    [Fact]
    public void Vocabulary_WithLowAndHighestHashes_FindsThem()
    {
        var vocabulary = new Vocabulary([0, 1, 2, ulong.MaxValue - 1, ulong.MaxValue], new float[5]);
        Assert.Equal([0, 1, 2, 3, 4], new ulong[] { 0, 1, 2, ulong.MaxValue - 1, ulong.MaxValue }.Select(hash => vocabulary.Find(hash)));
    }

    [Fact]
    public void Vocabulary_OutOfOrder_SaysWhere()
    {
        Assert.Equal("feature hash 2 is not above the one before it", Assert.Throws<ArgumentException>(() => new Vocabulary([1, 5, 5], new float[3])).Message);
        Assert.Equal("2 hashes but 1 inverse document frequencies", Assert.Throws<ArgumentException>(() => new Vocabulary([1, 5], new float[1])).Message);
    }

    [Fact]
    public void FeatureCounter_CountsLikeADictionaryDocumentAfterDocument()
    {
        ulong[] hashes = Hashes(5000, 8);
        var vocabulary = new Vocabulary(hashes, new float[5000]);
        var counter = new FeatureCounter();
        var random = new DeterministicRandom(9);
        foreach (int occurrences in new[] { 10, 20_000, 0, 700, 3, 40_000, 511, 513 })
        {
            var buffer = new NgramBuffer();
            var expected = new Dictionary<int, float>();
            for (int field = 0; field < 2; field++)
            {
                for (int i = 0; i < occurrences; i++)
                {
                    int feature = random.Next(6000);
                    buffer.Add(feature < 5000 ? hashes[feature] : random.NextBits(), 0, 0);
                    if (feature < 5000) expected[feature] = expected.GetValueOrDefault(feature) + field + 1;
                }
                buffer.EndField(field + 1);
            }
            counter.CountFeatures(buffer, vocabulary);
            Assert.Equal(expected.Keys, counter.Features.ToArray());
            Assert.Equal(expected.Values, counter.Values.ToArray());
        }
    }

    [Theory]
    [InlineData(Weighting.TfIdf)]
    [InlineData(Weighting.Binary)]
    [InlineData(Weighting.LogCountRatio)]
    public void TermWeighting_IsTheFormulaInDoublePrecision(Weighting weighting)
    {
        float[] counts = [1, 2, 3, 0.5f, 2.5f, 255, 256, 1000, 1];
        float[] idf = [.. Enumerable.Range(1, counts.Length).Select(i => TermWeighting.InverseDocumentFrequency(1000, i * 100))];
        float[] values = [.. counts];
        TermWeighting.Apply(weighting, [.. Enumerable.Range(0, counts.Length)], values, idf);
        double[] raw = [.. counts.Select((count, i) => weighting == Weighting.TfIdf ? (count <= 1 ? count : 1 + Math.Log(count)) * (Math.Log(1001.0 / (1 + (i + 1) * 100)) + 1) : 1)];
        double length = Math.Sqrt(raw.Sum(value => value * value));
        for (int i = 0; i < raw.Length; i++) Assert.Equal(raw[i] / length, values[i], 1e-6);
    }

    [Fact]
    public void TermWeighting_OfNothing_IsNothing()
    {
        TermWeighting.Apply(Weighting.TfIdf, [], [], []);
        float[] values = [1];
        TermWeighting.Apply(Weighting.TfIdf, [0], values, [0f]);
        Assert.Equal(0, values[0]);
        values = [1e-45f, 1];
        TermWeighting.Apply(Weighting.TfIdf, [0, 1], values, [1, 1e-40f]);
        Assert.All(values, value => Assert.InRange(value, 0, 1));
    }
}
