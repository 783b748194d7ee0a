using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Tests.Features;

public sealed class HashTableTests
{
    [Fact]
    public void GetOrAdd_OfAnyHashes_NumbersThemAsADictionaryDoes() =>
        Prop.ForAll<ulong[]>(hashes => AssertTwin(hashes)).QuickCheckThrowOnFailure();

    [Fact]
    public void GetOrAdd_WhileItGrows_KeepsNumbersAndEntries()
    {
        var random = new DeterministicRandom(1);
        AssertTwin([.. Enumerable.Range(0, 20_000).Select(_ => random.NextBits() % 5000)]);
    }

    [Fact]
    public void GetOrAdd_OfHashesThatFallOnOneSlot_KeepsThemApart() =>
        AssertTwin([.. Enumerable.Range(0, 300).Select(i => ((ulong)(i % 100) << 40) | 15)]);

    [Fact]
    public void GetOrAdd_OfAnyBits_TakesZeroAndAllOnesAsHashes() => AssertTwin([0, ulong.MaxValue, 0, 1UL << 32, ulong.MaxValue, 0xFFFFFFFF]);

    [Fact]
    public void Prefetch_OfAnyHash_ChangesNothing()
    {
        var table = new HashTable(1);
        table.Prefetch(ulong.MaxValue);
        table.Prefetch(0);
        Assert.Equal(0, table.Count);
    }

    private static void AssertTwin(ulong[] hashes)
    {
        var table = new HashTable(4);
        var twin = new Dictionary<ulong, (int Number, int Entry)>();
        for (int i = 0; i < hashes.Length; i++)
        {
            (int Number, int Entry) expected = twin.GetValueOrDefault(hashes[i], (twin.Count, -1));
            int number = table.GetOrAdd(hashes[i], out Span<int> lastEntry);
            Assert.Equal(expected, (number, lastEntry[0]));
            lastEntry[0] = i;
            twin[hashes[i]] = (number, i);
        }
        Assert.Equal(twin.Count, table.Count);
        Assert.Equal(twin.OrderBy(pair => pair.Value.Number).Select(pair => pair.Key), table.Hashes.ToArray());
    }
}
