using TopicModel.Training.Features;

namespace TopicModel.Training.Tests.Features;

public sealed class CompactCountsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void Of_SoManyDifferentCounts_GivesThemBack(int different)
    {
        // Whole ones, fractions and whole ones beyond the table of whole ones.
        float[] counts = [.. Enumerable.Range(0, 2 * different).Select(i => (i % different) switch { var c when c % 3 == 0 => c, var c when c % 3 == 1 => c + 0.25f, var c => 1000f + c })];

        CompactCounts compact = CompactCounts.Of(counts);

        var copy = new float[counts.Length];
        compact.CopyTo(0, copy);
        Assert.Equal(counts, copy);
        for (int i = 0; i < counts.Length; i++)
        {
            Assert.Equal(counts[i], compact[i]);
            compact.CopyTo(i, copy.AsSpan(0, 1));
            Assert.Equal(counts[i], copy[0]);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Map_IsTheFunctionOfEveryCount(int different)
    {
        float[] counts = [.. Enumerable.Range(0, 2 * different).Select(i => (float)(i % different))];

        var copy = new float[counts.Length];
        CompactCounts.Of(counts).Map(count => 2 * count + 1).CopyTo(0, copy);

        Assert.Equal(counts.Select(count => 2 * count + 1), copy);
    }
}
