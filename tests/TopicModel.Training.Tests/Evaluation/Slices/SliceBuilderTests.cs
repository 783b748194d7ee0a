using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Slices;

namespace TopicModel.Training.Tests.Evaluation.Slices;

public class SliceBuilderTests
{
    private static readonly TrainingContext Context = new(42, 2, "1");

    [Theory]
    [InlineData(ClassifierKind.Multiclass, Metric.Accuracy)]
    [InlineData(ClassifierKind.Multilabel, Metric.MicroF1)]
    [InlineData(ClassifierKind.Binary, Metric.F1)]
    public void Build_EverySlice_IsMeasuredAsASetOfItsOwn(ClassifierKind kind, Metric metric)
    {
        PredictionSet set = RandomPredictions.Make(kind, 150, 3, 4);
        Document[] documents = [.. Enumerable.Range(0, 150).Select(i => Doc(i, i % 3 == 0 ? "wire" : i % 3 == 1 ? "opinion" : "", 3 + i))];

        IReadOnlyList<SliceTable> tables = new SliceBuilder(set, documents, Context).Build(["genre", "absent"]);

        Assert.Equal(["genre", "length"], tables.Select(table => table.Field));
        Assert.Equal(["", "opinion", "wire"], tables[0].Slices.Select(slice => slice.Value).Order(StringComparer.Ordinal));
        foreach (SliceTable table in tables)
        {
            Assert.Equal(metric, table.Metric);
            Assert.Equal(Evaluator.Evaluate(set, 0).Value(metric)!.Value, table.Overall, 1e-12);
            Assert.Equal(150, table.Slices.Sum(slice => slice.Documents));
        }
        foreach (Slice slice in tables[0].Slices)
        {
            int[] rows = [.. Enumerable.Range(0, 150).Where(i => documents[i].Slices[0] == slice.Value)];
            MetricBlock expected = Evaluator.Evaluate(set.Select(rows), 1000, 42);
            Assert.Equal(expected.Value(metric)!.Value, slice.Score, 1e-12);
            Assert.Equal(expected.Accuracy, slice.Accuracy, 1e-12);
            Assert.Equal(expected.Intervals[MetricBlock.NameOf(metric)], slice.Interval);
        }
        Assert.Equal(tables[0].Slices.Select(slice => slice.Score).Order(), tables[0].Slices.Select(slice => slice.Score));
    }

    [Fact]
    public void Build_SmallAndUnjudgeableSlices_AreMarkedAndLast()
    {
        int[][] truth = [.. Enumerable.Range(0, 100).Select(i => i < 60 ? new[] { 0 } : [])];
        bool[] given = [.. Enumerable.Range(0, 100).Select(i => i < 50)];
        var set = new PredictionSet(ClassifierKind.Binary, ["yes"], "no", new LabelMatrix(1, false, truth), [.. given.Select(one => one ? 0.9 : 0.1)], given, [0.5]);
        Document[] documents = [.. Enumerable.Range(0, 100).Select(i => Doc(i, i < 35 ? "perfect" : i < 55 ? "small" : i < 60 ? "weak" : "none", 10))];

        Slice[] slices = [.. new SliceBuilder(set, documents, Context).Build(["genre"])[0].Slices];

        Assert.Equal(["perfect", "weak", "small", "none"], slices.Select(slice => slice.Value));
        Assert.Equal([false, true, true, true], slices.Select(slice => slice.IsSmall));
        Assert.Equal((double.NaN, null, 1.0), (slices[3].Score, slices[3].Interval, slices[3].Accuracy));
    }

    [Fact]
    public void Build_SliceClearlyBelow_IsWeak()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multiclass, 200, 2, 4);
        var given = new bool[400];
        for (int i = 0; i < 200; i++) given[i * 2 + (i < 50 ? 1 - set.Truth[i][0] : set.Truth[i][0])] = true;
        Document[] documents = [.. Enumerable.Range(0, 200).Select(i => Doc(i, i < 50 ? "bad" : "good", 10))];

        Slice[] slices = [.. new SliceBuilder(set with { Given = given }, documents, Context).Build(["genre"])[0].Slices];

        Assert.Equal([("bad", 0.0, true), ("good", 1.0, false)], slices.Select(slice => (slice.Value, slice.Score, slice.IsWeak)));
    }

    [Theory]
    [InlineData(1, "under 50 words")]
    [InlineData(49, "under 50 words")]
    [InlineData(50, "50 to 199 words")]
    [InlineData(399, "200 to 399 words")]
    [InlineData(799, "400 to 799 words")]
    [InlineData(800, "800 words and more")]
    public void LengthBand_CountsRunsOfAnythingButWhiteSpace(int words, string band) =>
        Assert.Equal(band, LengthBand.Of(new Document("d", [" một\n", string.Join(" \t ", Enumerable.Repeat("chữ,", words - 1))], [null], "p")).Name);

    private static Document Doc(int i, string genre, int words) => new($"d{i}", [string.Join(' ', Enumerable.Repeat("từ", words))], [null], $"line {i}") { Slices = [genre, ""] };
}
