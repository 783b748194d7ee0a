using FsCheck;
using FsCheck.Fluent;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

public sealed class SplitterTests
{
    private static int[] Alone(int count) => [.. Enumerable.Range(0, count)];

    private static LabelMatrix Random(int seed, int documents, int labels, bool isExclusive)
    {
        var random = new DeterministicRandom(seed);
        var rows = new int[documents][];
        for (int i = 0; i < documents; i++)
        {
            // Squared, so that some labels are rare.
            int Draw(ref DeterministicRandom source) => (int)(Math.Pow(source.NextDouble(), 2) * labels);
            rows[i] = isExclusive ? [Draw(ref random)] : [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(labels) * random.Next(labels) / labels).Distinct().Order()];
        }
        return new LabelMatrix(labels, isExclusive, rows);
    }

    private static int CountIn(LabelMatrix labels, int[] folds, int fold, int label) => Enumerable.Range(0, folds.Length).Count(i => folds[i] == fold && labels.Has(i, label));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Folds_SingleDocuments_EveryFoldHasItsShareOfEveryLabel(bool isExclusive)
    {
        LabelMatrix labels = Random(seed: 5, documents: 1003, labels: 7, isExclusive);
        int[] folds = Splitter.Folds(labels, Alone(1003), folds: 5, seed: 42);
        int[] supports = labels.Supports();

        for (int fold = 0; fold < 5; fold++)
        {
            Assert.InRange(folds.Count(value => value == fold), 196, 205);
            for (int label = 0; label < 7; label++) Assert.InRange(CountIn(labels, folds, fold, label), supports[label] / 5.0 - 4, supports[label] / 5.0 + 4);
        }
    }

    [Fact]
    public void Folds_ExclusiveLabels_DifferByOneAtMost()
    {
        LabelMatrix labels = Random(seed: 1, documents: 500, labels: 6, isExclusive: true);
        int[] folds = Splitter.Folds(labels, Alone(500), folds: 5, seed: 7);

        for (int label = 0; label < 6; label++)
        {
            int[] counts = [.. Enumerable.Range(0, 5).Select(fold => CountIn(labels, folds, fold, label))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    }

    [Fact]
    public void Folds_LabelWithAsManyDocumentsAsFolds_IsInEveryFold()
    {
        LabelMatrix labels = new(2, isExclusive: false, [.. Enumerable.Range(0, 60).Select(i => i % 12 == 0 ? new[] { 0, 1 } : i % 2 == 0 ? [1] : [])]);
        int[] folds = Splitter.Folds(labels, Alone(60), folds: 5, seed: 3);

        for (int fold = 0; fold < 5; fold++) Assert.Equal(1, CountIn(labels, folds, fold, label: 0));
    }

    [Fact]
    public void Folds_AnyGroups_AreNeverTornApartAndAllFoldsAreUsed()
    {
        Arbitrary<(int Seed, int[] Groups)> cases = (
            from seed in Gen.Choose(0, 1000)
            from groups in Gen.Choose(0, 30).ArrayOf(80)
            select (seed, groups)).ToArbitrary();
        Prop.ForAll(cases, @case =>
        {
            LabelMatrix labels = Random(@case.Seed, 80, 4, isExclusive: false);
            int[] folds = Splitter.Folds(labels, @case.Groups, folds: 3, @case.Seed);
            bool isWhole = Enumerable.Range(0, 80).GroupBy(i => @case.Groups[i]).All(group => group.Select(i => folds[i]).Distinct().Count() == 1);
            return isWhole && folds.Distinct().Order().SequenceEqual([0, 1, 2]);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));
    }

    [Fact]
    public void Folds_SameSeed_SameFolds_OtherSeedOtherFolds()
    {
        LabelMatrix labels = Random(seed: 2, documents: 200, labels: 4, isExclusive: false);

        Assert.Equal(Splitter.Folds(labels, Alone(200), 5, seed: 1), Splitter.Folds(labels, Alone(200), 5, seed: 1));
        Assert.NotEqual(Splitter.Folds(labels, Alone(200), 5, seed: 1), Splitter.Folds(labels, Alone(200), 5, seed: 2));
    }

    [Fact]
    public void Folds_KnownCase_NeverChanges()
    {
        // Written down from the first version: a change here changes every trained model.
        LabelMatrix labels = new(2, isExclusive: true, [.. Enumerable.Range(0, 12).Select(i => new[] { i % 3 == 0 ? 0 : 1 })]);

        Assert.Equal("2 1 2 2 1 0 0 1 2 1 0 0", string.Join(' ', Splitter.Folds(labels, Alone(12), folds: 3, seed: 42)));
    }

    [Fact]
    public void Folds_FewerGroupsThanFolds_IsTold() => Assert.Equal(
        "4 documents in 2 groups of near-duplicates cannot fill 3 folds, expected at least 3 groups",
        Assert.Throws<DataException>(() => Splitter.Folds(new LabelMatrix(1, false, [[0], [], [0], []]), [0, 0, 1, 1], folds: 3, seed: 1)).Message);

    [Fact]
    public void HoldOut_SeveralClassifiers_IsStratifiedForAllOfThem()
    {
        LabelMatrix themes = Random(seed: 3, documents: 600, labels: 5, isExclusive: false), stance = Random(seed: 4, documents: 600, labels: 3, isExclusive: true);

        (int[] train, int[] test) = Splitter.HoldOut([themes, stance], Alone(600), share: 0.2, seed: 42);

        Assert.Equal(Alone(600), train.Concat(test).Order());
        Assert.Equal(train.Order(), train);
        Assert.Equal(test.Order(), test);
        Assert.InRange(test.Length, 116, 124);
        foreach (LabelMatrix labels in new[] { themes, stance })
            foreach ((int all, int held) in labels.Supports().Zip(labels.Select(test).Supports()))
                Assert.InRange(held, all * 0.2 - 4, all * 0.2 + 4);
    }

    [Fact]
    public void HoldOut_NearDuplicates_StayTogether()
    {
        int[] groups = [.. Enumerable.Range(0, 100).Select(i => i / 4)];

        (int[] train, int[] test) = Splitter.HoldOut([Random(seed: 8, documents: 100, labels: 3, isExclusive: true)], groups, share: 0.3, seed: 1);

        Assert.Empty(train.Select(i => groups[i]).Intersect(test.Select(i => groups[i])));
        Assert.InRange(test.Length, 24, 36);
    }

    [Fact]
    public void HoldOut_OneGroup_IsTold() => Assert.Equal(
        "a hold-out of 0.2 leaves 3 of 3 documents to train on and 0 to test on, expected some for both",
        Assert.Throws<DataException>(() => Splitter.HoldOut([new LabelMatrix(1, false, [[0], [0], []])], [0, 0, 0], share: 0.2, seed: 1)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void HoldOut_ShareOutOfRange_Throws(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Splitter.HoldOut([new LabelMatrix(1, false, [[0], []])], [0, 1], share, seed: 1));
}
