using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Tests.Features;

public sealed class FeatureSortTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1 << 10)]
    [InlineData((1 << 10) + 1)]
    [InlineData(3_000_000)]
    [InlineData(int.MaxValue)]
    public void Sort_FeaturesBelowTheCount_AreAscendingAndEqualOnesStayInOrder(int featureCount)
    {
        var sort = new FeatureSort(featureCount);
        var random = new DeterministicRandom(featureCount);
        foreach (int count in new[] { 0, 1, 7, 500, 40 })
        {
            ulong[] occurrences = [.. Enumerable.Range(0, count).Select(i => (ulong)random.Next(random.Next(featureCount) + 1) << 32 | (uint)i), .. new ulong[3]];
            ulong[] expected = [.. occurrences.Take(count).OrderBy(occurrence => occurrence >> 32)];

            Assert.Equal(expected, sort.Sort(occurrences, count).ToArray());
        }
    }
}
