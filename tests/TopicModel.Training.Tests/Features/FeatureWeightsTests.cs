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
        SparseMatrix matrix = Counts();
        SparseCounts counts = ToCounts(matrix);
        var options = new FeatureOptions { Weighting = weighting, MinDocumentFrequency = minDocumentFrequency, MaxFeatures = maxFeatures };

        FeatureWeights weights = FeatureWeights.Fit(counts, Rows, options);
        SparseMatrix transformed = weights.Transform(counts, Rows);

        int[] frequencies = [.. Enumerable.Range(0, counts.ColumnCount).Select(column => Rows.Count(row => TestProblem.Row(matrix, row).Any(entry => entry.Column == column)))];
        int[] kept = [.. Enumerable.Range(0, counts.ColumnCount).Where(column => frequencies[column] >= Math.Max(1, minDocumentFrequency))
            .OrderByDescending(column => frequencies[column]).ThenBy(column => column).Take(maxFeatures ?? int.MaxValue).Order()];
        Assert.Equal(kept, Enumerable.Range(0, counts.ColumnCount).Where(column => weights.Kept[column]));
        for (int column = 0; column < counts.ColumnCount; column++)
            Assert.Equal(kept.Contains(column) ? Math.Round((Math.Log((1.0 + Rows.Length) / (1.0 + frequencies[column])) + 1) * 16) / 16 : 0, weights.Idf[column], 1e-6);
        for (int i = 0; i < Rows.Length; i++)
        {
            var expected = TestProblem.Row(matrix, Rows[i]).Where(entry => kept.Contains(entry.Column))
                .Select(entry => (entry.Column, Value: weighting == Weighting.TfIdf ? (1 + Math.Log(entry.Value)) * weights.Idf[entry.Column] : 1)).ToList();
            double length = Math.Sqrt(expected.Sum(entry => entry.Value * entry.Value));
            (int Column, float Value)[] used = [.. TestProblem.Row(transformed, i).Where(entry => entry.Value != 0).Select(entry => (FeatureOf(weights, entry.Column), entry.Value))];
            Assert.Equal(expected.Select(entry => entry.Column), used.Select(entry => entry.Column));
            foreach (((int _, double value), (int _, float actual)) in expected.Zip(used)) Assert.Equal(value / length, actual, 1e-6);
            Assert.Equal(used, Row(weights, counts, Rows[i]));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(59)]
    [InlineData(60)]
    public void FrequenciesIn_FewOrMostRows_CountsThose(int rowCount)
    {
        SparseMatrix matrix = Counts();
        int[] rows = [.. Enumerable.Range(0, 60).OrderBy(row => row * 7 % 60).Take(rowCount)];

        int[] frequencies = ToCounts(matrix).FrequenciesIn(rows);

        Assert.Equal(Enumerable.Range(0, matrix.ColumnCount).Select(column => rows.Count(row => TestProblem.Row(matrix, row).Any(entry => entry.Column == column))), frequencies);
    }

    [Fact]
    public void Fit_LooksAtTheGivenRowsOnly()
    {
        SparseCounts counts = ToCounts(TestProblem.Matrix(3, [(0, 1), (1, 1)], [(0, 1), (2, 1)], [(1, 1), (2, 1)]));

        FeatureWeights weights = FeatureWeights.Fit(counts, [0], new FeatureOptions { MinDocumentFrequency = 1 });

        Assert.Equal([true, true, false], weights.Kept.ToArray());
        Assert.DoesNotContain(TestProblem.Row(weights.Transform(counts, [1, 2]), 0), entry => entry.Column == 2 && entry.Value != 0);
    }

    [Theory]
    [InlineData(Weighting.TfIdf, true)]
    [InlineData(Weighting.TfIdf, false)]
    [InlineData(Weighting.Binary, true)]
    [InlineData(Weighting.LogCountRatio, true)]
    public void Transform_FeaturesThatAreNotUsed_HaveNoPartInAnyRow(Weighting weighting, bool areFew)
    {
        // One feature of a few stands in one of the rows learned from only, which is too few.
        (int, float)[] common = [.. Enumerable.Range(0, areFew ? 19 : 2).Select(column => (column, 1f))];
        SparseCounts counts = ToCounts(TestProblem.Matrix(20, common, common, [.. common, (19, 2)], [(0, 3), (19, 5)]));

        FeatureWeights weights = FeatureWeights.Fit(counts, [0, 1, 2], new FeatureOptions { Weighting = weighting });
        SparseMatrix transformed = weights.Transform(counts, [3, 2]);

        Assert.False(weights.Kept[19]);
        (int column, float value) = Assert.Single(TestProblem.Row(transformed, 0), entry => entry.Value != 0);
        Assert.Equal((0, 1), (FeatureOf(weights, column), Math.Round(value, 6)));
        Assert.Equal(common.Length, TestProblem.Row(transformed, 1).Count(entry => entry.Value != 0));
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

    [Fact]
    public void ByFeature_OfARestriction_PutsEveryRowWhereItsFeatureIs()
    {
        SparseCounts counts = ToCounts(Counts());
        FeatureWeights all = FeatureWeights.Fit(counts, Rows, new FeatureOptions { MinDocumentFrequency = 1 });

        FeatureWeights odd = all.Restrict(counts, feature => feature % 2 == 1);

        Assert.Equal(15, odd.ColumnCount);
        float[] byFeature = odd.ByFeature([.. Enumerable.Range(1, 30).Select(i => (float)i)], 2);
        Assert.Equal(Enumerable.Range(0, 31).SelectMany(feature => feature % 2 == 1 ? new float[] { feature, feature + 1 } : [0, 0]), byFeature);
    }

    [Fact]
    public void Restrict_OfMoreThanIsCopied_SharesColumnsAndWeighsTheSame()
    {
        SparseCounts counts = ToCounts(Counts());
        FeatureWeights all = FeatureWeights.Fit(counts, Rows, new FeatureOptions { MinDocumentFrequency = 1 });

        FeatureWeights copied = all.Restrict(counts, feature => feature != 7), shared = all.Restrict(counts, feature => feature != 7, mostCopied: 0);

        Assert.Equal((copied.Kept.Count(true), counts.ColumnCount), (copied.ColumnCount, shared.ColumnCount));
        Assert.Equal(copied.Kept.ToArray(), shared.Kept.ToArray());
        SparseMatrix expected = copied.Transform(counts, Rows), actual = shared.Transform(counts, Rows);
        for (int i = 0; i < Rows.Length; i++)
            Assert.Equal(TestProblem.Row(expected, i).Select(entry => (FeatureOf(copied, entry.Column), entry.Value)), TestProblem.Row(actual, i).Where(entry => entry.Value != 0).Select(entry => (entry.Column, entry.Value)));
        Assert.Equal(15, all.Restrict(counts, feature => feature % 2 == 1, mostCopied: 0).ColumnCount);
    }

    /// <summary>The feature that a column of the weighted vectors stands for.</summary>
    private static int FeatureOf(FeatureWeights weights, int column) =>
        Array.IndexOf(weights.ByFeature([.. Enumerable.Range(1, weights.ColumnCount).Select(i => (float)i)], 1), column + 1f);

    /// <summary>A row transformed by itself.</summary>
    private static (int Column, float Value)[] Row(FeatureWeights weights, SparseCounts counts, int row)
    {
        int[] columns = new int[counts.ColumnCount];
        float[] values = new float[counts.ColumnCount];
        int length = weights.TransformRow(counts, row, columns, values);
        return [.. columns.Zip(values).Take(length)];
    }

    private static SparseCounts ToCounts(SparseMatrix matrix)
    {
        var rows = Enumerable.Range(0, matrix.RowCount).Select(row => TestProblem.Row(matrix, row)).ToList();
        var starts = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++) starts[row + 1] = starts[row] + rows[row].Length;
        float[] counts = [.. rows.SelectMany(row => row.Select(entry => entry.Value))];
        int[] rowFrequencies = [.. Enumerable.Range(0, matrix.ColumnCount).Select(column => rows.Count(row => row.Any(entry => entry.Column == column)))];
        return new SparseCounts(rows.Count, rowFrequencies, [new CountChunk(starts, [.. rows.SelectMany(row => row.Select(entry => entry.Column))], CompactCounts.Of(counts))]);
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
