using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Tests.Features;

public sealed class CountMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Build_WithAnyNumberOfThreads_CountsAsADictionaryDoes(int minDocumentFrequency)
    {
        var source = new RandomSource(rows: 200, vocabulary: 300, seed: minDocumentFrequency);
        (ulong[] hashes, Dictionary<int, float>[] rows) = Slow(source, minDocumentFrequency);

        foreach (int threads in new[] { 1, 2, 8 })
        {
            CountMatrix matrix = CountMatrix.Build(source, minDocumentFrequency, threads);

            Assert.Equal(hashes, matrix.Hashes);
            Assert.Equal((rows.Length, hashes.Length), (matrix.Counts.RowCount, matrix.Counts.ColumnCount));
            for (int row = 0; row < rows.Length; row++)
            {
                Assert.Equal(rows[row].OrderBy(entry => entry.Key), Entries(matrix.Counts, row));
            }
        }
    }

    [Fact]
    public void FirstRowsWith_SomeFeatures_AreTheRowsThatHaveThemFirst()
    {
        string[] texts = ["một hai", "hai ba", "ba bốn", "bốn một", "năm năm"];
        Document[] documents = [.. texts.Select(text => new Document("d", [text], [], ""))];
        var features = new DocumentFeatures(new FeatureOptions { Words = new NgramRange(1, 1), Clean = false }, ["text"]);
        CountMatrix matrix = CountMatrix.Build(new DocumentSource(documents, features), 1, 1);
        int Column(string word) => Array.IndexOf(matrix.Hashes, FeatureHash.InBlock(FeatureHash.Units(word), FeatureBlock.Words));

        Assert.Equal([0, 2], matrix.Counts.FirstRowsWith([Column("bốn"), Column("một"), Column("hai")]));
        Assert.Equal([4], matrix.Counts.FirstRowsWith([Column("năm")]));
        Assert.Empty(matrix.Counts.FirstRowsWith([]));
    }

    [Fact]
    public void Build_RowsOfManyBlocksAndChunks_CountsAsADictionaryDoes()
    {
        var source = new RandomSource(rows: 1500, vocabulary: 900, seed: 5);
        (ulong[] hashes, Dictionary<int, float>[] rows) = Slow(source, 2);

        CountMatrix matrix = CountMatrix.Build(source, 2, threads: 3);

        Assert.Equal(hashes, matrix.Hashes);
        for (int row = 0; row < rows.Length; row++) Assert.Equal(rows[row].OrderBy(entry => entry.Key), Entries(matrix.Counts, row));
    }

    [Fact]
    public void InReadingOrder_HasTheEntriesOfTheFirstRowsInOrderOfFirstOccurrence()
    {
        var source = new RandomSource(rows: 600, vocabulary: 300, seed: 9);
        CountMatrix matrix = CountMatrix.Build(source, 2, threads: 2);

        SparseCounts ordered = matrix.InReadingOrder(source, 520);

        Assert.Equal((520, matrix.Hashes.Length), (ordered.RowCount, ordered.ColumnCount));
        (_, Dictionary<int, float>[] rows) = Slow(source, 2);
        for (int row = 0; row < 520; row++) Assert.Equal(rows[row], Entries(ordered, row));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 8)]
    [InlineData(3, 8)]
    public void Build_OfFewerRowsThanThreads_HasThemAll(int rows, int threads)
    {
        CountMatrix matrix = CountMatrix.Build(new RandomSource(rows, 20, 1), 1, threads);

        Assert.Equal(rows, matrix.Counts.RowCount);
        Assert.Equal(Slow(new RandomSource(rows, 20, 1), 1).Hashes, matrix.Hashes);
    }

    [Fact]
    public void Build_WhenCancelled_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => CountMatrix.Build(new RandomSource(10, 20, 1), 1, 2, new CancellationToken(canceled: true)));

    private static IEnumerable<KeyValuePair<int, float>> Entries(SparseCounts counts, int row)
    {
        int[] columns = counts.RowColumns(row).ToArray();
        var values = new float[columns.Length];
        counts.CopyCounts(row, values);
        return columns.Zip(values, KeyValuePair.Create);
    }

    /// <summary>Hashes by falling frequency, then by value; [row] -> column -> count, in order of first occurrence in the row.</summary>
    private static (ulong[] Hashes, Dictionary<int, float>[] Rows) Slow(RandomSource source, int minDocumentFrequency)
    {
        ulong[] hashes = [.. source.Rows.SelectMany(row => row.Distinct()).GroupBy(hash => hash).Where(rows => rows.Count() >= minDocumentFrequency)
            .OrderByDescending(rows => rows.Count()).ThenBy(rows => rows.Key).Select(rows => rows.Key)];
        Dictionary<int, float>[] rows = [.. source.Rows.Select(row => row.Where(hashes.Contains).Distinct()
            .ToDictionary(hash => Array.IndexOf(hashes, hash), hash => RandomSource.Weigh(row, hash)))];
        return (hashes, rows);
    }

    /// <summary>Rows of random hashes; the first half of a row is a field that counts double.</summary>
    private sealed class RandomSource : IFeatureSource
    {
        public RandomSource(int rows, int vocabulary, int seed)
        {
            var random = new DeterministicRandom(seed);
            ulong[] hashes = [.. Enumerable.Range(0, vocabulary).Select(_ => random.NextBits())];
            Rows = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, random.Next(40)).Select(_ => hashes[random.Next(random.Next(vocabulary) + 1)]).ToArray())];
        }

        public ulong[][] Rows { get; }

        public int Count => Rows.Length;

        public int Size(int row) => Rows[row].Length + 1;

        public void Extract(int row, NgramBuffer target)
        {
            target.Clear();
            for (int i = 0; i < Rows[row].Length; i++)
            {
                if (i == Rows[row].Length / 2) target.EndField(2);
                target.Add(Rows[row][i], i, i + 1);
            }
            target.EndField(1);
        }

        public static float Weigh(ulong[] row, ulong hash) => row.Select((other, i) => other != hash ? 0f : i < row.Length / 2 ? 2 : 1).Sum();
    }
}
