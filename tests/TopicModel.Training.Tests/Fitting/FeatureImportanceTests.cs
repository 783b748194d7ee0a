using TopicModel.Features;
using TopicModel.Training.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Fitting;

public sealed class FeatureImportanceTests
{
    private const int Features = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Values_AreLengthsOfRowsTimesIdf_OnAnyNumberOfThreads(int threads)
    {
        LinearFit fit = Fit(feature => [feature % 5, -(feature % 7)]);

        var importance = new FeatureImportance(fit, Weighting.TfIdf, threads);

        for (int feature = 0; feature < Features; feature++)
        {
            double length = Math.Sqrt(Math.Pow(feature % 5, 2) + Math.Pow(feature % 7, 2));
            Assert.Equal(length * fit.FeatureWeights.Idf[feature], importance.Values[feature], 1e-4);
        }
        Assert.Equal(Enumerable.Range(0, Features).Count(feature => feature % 35 != 0), importance.Count);
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Least_IsThatOfTheSortedImportances(double share)
    {
        // Close together, so that many share their upper bits, far apart, and many equal ones.
        LinearFit fit = Fit(feature => [feature % 3 == 0 ? 1 + feature * 1e-6f : feature % 3 == 1 ? MathF.Pow(10, feature % 20 - 10) : 0, 0]);

        var importance = new FeatureImportance(fit, Weighting.Binary);

        float[] descending = [.. importance.Values.ToArray().Where(value => value > 0).OrderDescending()];
        float least = importance.Least(share);
        Assert.Equal(descending[Math.Max(1, (int)Math.Ceiling(share * descending.Length)) - 1], least);
        Func<int, bool> isStrong = importance.Strongest(share);
        Assert.Equal(descending.Count(value => value >= least), Enumerable.Range(0, Features).Count(isStrong));
    }

    [Fact]
    public void Least_WithoutAnyWeight_IsZero()
    {
        var importance = new FeatureImportance(Fit(_ => [0, 0]), Weighting.TfIdf);

        Assert.Equal((0, 0f), (importance.Count, importance.Least(0.5)));
        Assert.DoesNotContain(Enumerable.Range(0, Features), feature => importance.Strongest(0.5)(feature));
    }

    private static LinearFit Fit(Func<int, float[]> weightsOf)
    {
        int[] starts = [0, Features, Features + Features / 2];
        int[] columns = [.. Enumerable.Range(0, Features), .. Enumerable.Range(0, Features / 2)];
        float[] ones = [.. Enumerable.Repeat(1f, columns.Length)];
        int[] rowFrequencies = [.. Enumerable.Range(0, Features).Select(feature => feature < Features / 2 ? 2 : 1)];
        var counts = new SparseCounts(2, rowFrequencies, [new CountChunk(starts, columns, CompactCounts.Of(ones))]);
        FeatureWeights weights = FeatureWeights.Fit(counts, [0, 1], new FeatureOptions { MinDocumentFrequency = 1 });
        return new LinearFit(weights, new TrainingResult([.. Enumerable.Range(0, Features).SelectMany(weightsOf)], [0, 0], 0, 1, true));
    }
}
