using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Tests.Trainers;

namespace TopicModel.Training.Tests.Features;

public sealed class FeatureWeightsTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(0, 60).Where(row => row % 4 != 1).Reverse()];

    [Theory]
    [InlineData(Weighting.TfIdf, 1, null)]
    [InlineData(Weighting.TfIdf, 5, null)]
    [InlineData(Weighting.TfIdf, 2, 7)]
    [InlineData(Weighting.Binary, 3, null)]
    [InlineData(Weighting.LogCountRatio, 1, 12)]
    [InlineData(Weighting.TfIdf, 1, 1000)]
    public void FitAndTransform_AreThoseOfTheFormulas(Weighting weighting, int minDocumentFrequency, int? maxFeatures)
    {
        SparseMatrix counts = Counts();
        var options = new FeatureOptions { Weighting = weighting, MinDocumentFrequency = minDocumentFrequency, MaxFeatures = maxFeatures };

        FeatureWeights weights = FeatureWeights.Fit(counts, Rows, options);
        SparseMatrix transformed = weights.Transform(counts, Rows);

        int[] frequencies = [.. Enumerable.Range(0, counts.ColumnCount).Select(column => Rows.Count(row => TestProblem.Row(counts, row).Any(entry => entry.Column == column)))];
        int[] kept = [.. Enumerable.Range(0, counts.ColumnCount).Where(column => frequencies[column] >= Math.Max(1, minDocumentFrequency))
            .OrderByDescending(column => frequencies[column]).ThenBy(column => column).Take(maxFeatures ?? int.MaxValue).Order()];
        Assert.Equal(kept, Enumerable.Range(0, counts.ColumnCount).Where(column => weights.Kept[column]));
        for (int column = 0; column < counts.ColumnCount; column++)
            Assert.Equal(kept.Contains(column) ? Math.Round((Math.Log((1.0 + Rows.Length) / (1.0 + frequencies[column])) + 1) * 16) / 16 : 0, weights.Idf[column], 1e-6);
        for (int i = 0; i < Rows.Length; i++)
        {
            var expected = TestProblem.Row(counts, Rows[i]).Where(entry => kept.Contains(entry.Column))
                .Select(entry => (entry.Column, Value: weighting == Weighting.TfIdf ? (1 + Math.Log(entry.Value)) * weights.Idf[entry.Column] : 1)).ToList();
            double length = Math.Sqrt(expected.Sum(entry => entry.Value * entry.Value));
            Assert.Equal(expected.Select(entry => entry.Column), transformed.RowColumns(i).ToArray());
            foreach (((int _, double value), float actual) in expected.Zip(transformed.RowValues(i).ToArray())) Assert.Equal(value / length, actual, 1e-6);
        }
    }

    [Fact]
    public void Fit_LooksAtTheGivenRowsOnly()
    {
        SparseMatrix counts = TestProblem.Matrix(3, [(0, 1), (1, 1)], [(0, 1), (2, 1)], [(1, 1), (2, 1)]);

        FeatureWeights weights = FeatureWeights.Fit(counts, [0], new FeatureOptions { MinDocumentFrequency = 1 });

        Assert.Equal([true, true, false], weights.Kept.ToArray());
        Assert.DoesNotContain(2, weights.Transform(counts, [1, 2]).RowColumns(0).ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LogCountRatios_AreThoseOfTheFormula(bool isExclusive)
    {
        const int Labels = 3;
        SparseMatrix features = Counts();
        LabelMatrix labels = TestProblem.Random(features.RowCount, 4, Labels, isExclusive).Labels;

        float[] ratios = FeatureWeights.LogCountRatios(features, labels);

        for (int label = 0; label < Labels; label++)
        {
            double[] p = SmoothedShares(features, example => labels.Has(example, label)), q = SmoothedShares(features, example => !labels.Has(example, label));
            for (int column = 0; column < features.ColumnCount; column++) Assert.Equal(Math.Log(p[column] / q[column]), ratios[column * Labels + label], 1e-6);
        }
    }

    private static double[] SmoothedShares(SparseMatrix features, Func<int, bool> isIn)
    {
        double[] counts = [.. Enumerable.Range(0, features.ColumnCount).Select(column =>
            1.0 + Enumerable.Range(0, features.RowCount).Count(row => isIn(row) && TestProblem.Row(features, row).Any(entry => entry.Column == column)))];
        return [.. counts.Select(count => count / counts.Sum())];
    }

    /// <summary>Random counts from 1; later columns are rarer and the last never occurs.</summary>
    private static SparseMatrix Counts()
    {
        var random = new DeterministicRandom(17);
        return TestProblem.Matrix(31, [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 30).Where(column => random.Next(column + 2) < 2)
            .Select(column => (column, (float)(1 + random.Next(random.Next(400) + 1)))).ToArray())]);
    }
}
