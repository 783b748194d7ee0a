using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Training.Data;
using TopicModel.Training.Format;

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
        var vocabulary = VocabularyLayout.Of(hashes, new byte[count], hashes);
        Dictionary<ulong, int> oracle = hashes.Select((hash, i) => (hash, i)).ToDictionary();
        foreach (ulong hash in hashes.Concat(Hashes(1000, 7)).Concat(new ulong[] { 0, ulong.MaxValue, 1UL << 63 }))
            Assert.Equal(oracle.GetValueOrDefault(hash, -1), vocabulary.Find(hash));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(3000)]
    public void Vocabulary_FindAll_IsFindOneByOne(int count)
    {
        ulong[] hashes = Hashes(count, 6), asked = [.. hashes.Concat(Hashes(70, 7)).Concat(hashes.Take(50)).OrderBy(hash => hash * 0x9E3779B97F4A7C15)];
        // In one bucket, most vectors of fingerprints do not reach its end.
        uint[] ofOneBucket = [.. hashes.Take(60).Select(hash => Vocabulary.Locate(hash, 1).Fingerprint)];
        int[] oneBucket = [0, ofOneBucket.Length];
        foreach (Vocabulary vocabulary in new[]
        {
            VocabularyLayout.Of(hashes, new byte[count], hashes),
            new Vocabulary(new SectionArray<int>(oneBucket), new SectionArray<uint>(ofOneBucket), new SectionArray<byte>(new byte[ofOneBucket.Length])),
        })
        {
            var features = new int[asked.Length];
            int found = vocabulary.FindAll(asked, features);
            Assert.Equal(asked.Select(vocabulary.Find).Where(feature => feature >= 0), features[..found]);
        }
    }

    [Fact]
    public void Vocabulary_WithLowAndHighestHashes_FindsThem()
    {
        ulong[] hashes = [0, 1UL << 33, 1UL << 63, ulong.MaxValue - (1UL << 33), ulong.MaxValue];
        Vocabulary vocabulary = VocabularyLayout.Of(hashes, new byte[5], []);
        Assert.Equal([0, 1, 2, 3, 4], hashes.Select(vocabulary.Find));
    }

    [Fact]
    public void Vocabulary_WhenFeaturesHaveOneFingerprint_HasMoreBuckets()
    {
        // The fingerprints of these are equal in one bucket: the upper halves of the hashes.
        Vocabulary vocabulary = VocabularyLayout.Of([1UL << 40, (1UL << 40) + (1UL << 31)], new byte[2], []);
        Assert.Equal(2, vocabulary.BucketStarts.Length - 1);
        Assert.Equal(1, vocabulary.Find((1UL << 40) + (1UL << 31)));
        ulong[] hashes = [1UL << 40, (1UL << 40) + 1];
        Assert.Equal("the 2 features of the model cannot be told apart by 1 to 100 buckets",
            Assert.Throws<InvalidOperationException>(() => VocabularyLayout.Of(hashes, new byte[2], [])).Message);
    }

    [Fact]
    public void Vocabulary_WhenAStrangerHasAFeaturesFingerprint_HasMoreBuckets()
    {
        ulong[] hashes = Hashes(1000, 11);
        int buckets = VocabularyLayout.Of(hashes, new byte[1000], []).BucketStarts.Length;
        ulong stranger = hashes[500] + 1;
        Assert.Equal(500, VocabularyLayout.Of(hashes, new byte[1000], []).Find(stranger));
        Assert.Throws<InvalidOperationException>(() => VocabularyLayout.Of(hashes, new byte[1000], [stranger]));
        // Far enough away for another number of buckets to put a border of fingerprints between the two.
        ulong distant = hashes[500] + (1UL << 24);
        Vocabulary vocabulary = VocabularyLayout.Of(hashes, new byte[1000], [distant]);
        Assert.Equal((500, -1), (vocabulary.Find(hashes[500]), vocabulary.Find(distant)));
        Assert.InRange(vocabulary.BucketStarts.Length, buckets, buckets + 99);
    }

    [Fact]
    public void Vocabulary_WhenArraysDoNotFit_SaysWhere()
    {
        string Problem(int[] starts, uint[] fingerprints, int idfCodes) => Assert.Throws<ArgumentException>(
            () => new Vocabulary(new SectionArray<int>(starts), new SectionArray<uint>(fingerprints), new SectionArray<byte>(new byte[idfCodes]))).Message;
        Assert.Equal("fingerprint 2 is not above the one before it", Problem([0, 3], [1, 5, 5], 3));
        Assert.Equal("fingerprint 3 is not above the one before it", Problem([0, 2, 4], [5, 9, 3, 2], 4));
        Assert.Equal("fingerprint 1 is not above the one before it", Problem([0, 0, 2, 2, 4], [9, 5, 3, 4], 4));
        Assert.Equal("bucket 1 has 65 features, at most 64 were expected", Problem([0, 1, 66], [.. Enumerable.Range(0, 66).Select(i => (uint)i)], 66));
        Assert.Equal("2 fingerprints but 1 inverse document frequencies", Problem([0, 1, 2], [5, 5], 1));
        Assert.Equal("bucket 1 starts at 2, the one behind it at 1", Problem([0, 2, 1, 2], [1, 5], 2));
        foreach (int[] starts in new int[][] { [], [0], [1, 2], [0, 1], [0, 3] })
            Assert.Equal("buckets do not start at 0 and end at 2, the number of features", Problem(starts, [1, 5], 2));
    }

    [Fact]
    public void FeatureCounter_CountsLikeADictionaryDocumentAfterDocument()
    {
        ulong[] hashes = Hashes(5000, 8);
        var vocabulary = VocabularyLayout.Of(hashes, new byte[5000], []);
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

    [Fact]
    public void FeatureCounter_OfManyOccurrences_NeedsNoMoreRoomThanTheModelHasFeatures()
    {
        const int occurrences = 200_000;
        ulong[] hashes = Hashes(3, 10);
        Vocabulary vocabulary = VocabularyLayout.Of(hashes, new byte[3], []);
        var buffer = new NgramBuffer();
        for (int i = 0; i < occurrences; i++) buffer.Add(hashes[i % 3], 0, 0);
        buffer.EndField(1);
        var counter = new FeatureCounter();
        long before = GC.GetAllocatedBytesForCurrentThread();
        counter.CountFeatures(buffer, vocabulary);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, occurrences * sizeof(int) + 10_000);
        Assert.Equal([66_667, 66_667, 66_666], counter.Values.ToArray());
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
        int[] features = [.. Enumerable.Range(0, counts.Length)];
        TermWeighting.Apply(weighting, features, values, idf);
        float[] byCode = [.. counts];
        TermWeighting.Apply(weighting, features, byCode, [.. idf.Select(value => (byte)(value * 16))]);
        Assert.Equal(values, byCode);
        double[] raw = [.. counts.Select((count, i) => weighting == Weighting.TfIdf ? (count <= 1 ? count : 1 + Math.Log(count)) * Math.Floor((Math.Log(1001.0 / (1 + (i + 1) * 100)) + 1) * 16 + 0.5) / 16 : 1)];
        double length = Math.Sqrt(raw.Sum(value => value * value));
        for (int i = 0; i < raw.Length; i++) Assert.Equal(raw[i] / length, values[i], 1e-6);
    }

    [Theory]
    [InlineData(1000, 1, 7.1875f)]
    [InlineData(1000, 1000, 1f)]
    [InlineData(0, 0, 1f)]
    [InlineData(int.MaxValue, 1, 15.9375f)]
    public void InverseDocumentFrequency_IsRoundedToSixteenths(int documents, int frequency, float expected) =>
        Assert.Equal(expected, TermWeighting.InverseDocumentFrequency(documents, frequency));

    [Fact]
    public void TermWeighting_OfNothing_IsNothing()
    {
        TermWeighting.Apply(Weighting.TfIdf, [], [], ReadOnlySpan<float>.Empty);
        float[] values = [1];
        TermWeighting.Apply(Weighting.TfIdf, [0], values, [0f]);
        Assert.Equal(0, values[0]);
        values = [1e-45f, 1];
        TermWeighting.Apply(Weighting.TfIdf, [0, 1], values, [1, 1e-40f]);
        Assert.All(values, value => Assert.InRange(value, 0, 1));
    }
}
