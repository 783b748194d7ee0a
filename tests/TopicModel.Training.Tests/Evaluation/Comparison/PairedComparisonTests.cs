using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Tests.Evaluation.Comparison;

public class PairedComparisonTests
{
    private static readonly TrainingContext Context = new(7, 2, "1");

    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Multilabel)]
    [InlineData(ClassifierKind.Binary)]
    public void Bootstrap_Differences_AreThoseOfTheDrawnDocumentsMeasuredApart(ClassifierKind kind)
    {
        (PredictionSet before, PredictionSet after) = Pair(kind, 40);

        PairedBootstrap resampled = PairedBootstrap.Run(before, after, 5, Context);

        for (int sample = 0; sample < 5; sample++)
        {
            var weights = new int[40];
            Bootstrap.Draw(new DeterministicRandom(7, sample), weights);
            MetricBlock first = Evaluator.Evaluate(RandomPredictions.Repeat(before, weights), 0), second = Evaluator.Evaluate(RandomPredictions.Repeat(after, weights), 0);
            foreach (Metric metric in Enum.GetValues<Metric>().Where(metric => first.Value(metric) is not null))
                Assert.Equal(second.Value(metric)!.Value - first.Value(metric)!.Value, resampled.Metrics[(int)metric][sample], 1e-12);
            for (int c = 0; c < first.PerLabel.Count; c++) Assert.Equal(second.PerLabel[c].F1 - first.PerLabel[c].F1, resampled.Labels[c][sample], 1e-12);
        }
    }

    [Fact]
    public void Compare_SameDocuments_CountsWhatChangedAndHoldsTheDifference()
    {
        (PredictionSet before, PredictionSet after) = Pair(ClassifierKind.Multiclass, 120);

        ReportComparison comparison = Compare(before, after);

        ClassifierComparison classifier = Assert.Single(comparison.Classifiers);
        Assert.True(comparison.IsPaired);
        Assert.Equal(Enumerable.Range(0, 120).Count(i => before.IsRight(i) && !after.IsRight(i)), classifier.BrokenCount);
        Assert.Equal(Enumerable.Range(0, 120).Count(i => !before.IsRight(i) && after.IsRight(i)), classifier.FixedCount);
        Assert.Equal(classifier.FixedCount - classifier.BrokenCount, Math.Round(120 * classifier.Metrics.Single(metric => metric.Name == "accuracy").Difference));
        Assert.All(classifier.Metrics, metric => Assert.InRange(metric.Difference, metric.Interval!.Value.Low, metric.Interval.Value.High));
        Assert.Equal(["McNemar, exact", "Stuart-Maxwell"], classifier.Tests.Select(test => test.Name));
        Assert.All(classifier.Broken, article => Assert.Equal(article.Truth, article.Before));
        Assert.All(classifier.Fixed, article => Assert.Equal(article.Truth, article.After));
    }

    [Fact]
    public void Compare_SameDocumentsInAnotherOrder_SameComparison()
    {
        (PredictionSet before, PredictionSet after) = Pair(ClassifierKind.Multilabel, 60);
        int[] order = [.. Enumerable.Range(0, 60).Reverse()];

        ClassifierComparison straight = Compare(before, after).Classifiers[0];
        ClassifierComparison shuffled = ReportComparer.Compare(Report("a", before.Select(order), [.. order.Select(i => $"d{i}")]), Report("b", after, Ids(60)), Context).Classifiers[0];

        foreach ((MetricDifference expected, MetricDifference actual) in straight.Metrics.Zip(shuffled.Metrics))
        {
            Assert.Equal(expected.Difference, actual.Difference, 1e-12);
            Assert.Equal(expected.Interval!.Value.Low, actual.Interval!.Value.Low, 1e-12);
        }
        Assert.Equal((straight.BrokenCount, straight.FixedCount), (shuffled.BrokenCount, shuffled.FixedCount));
    }

    [Fact]
    public void Compare_Identical_NoDifferenceAtAll()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Binary, 50, 1, 3);

        ClassifierComparison classifier = Compare(set, set).Classifiers[0];

        Assert.Equal(ComparisonOutcome.NoClearDifference, classifier.Outcome);
        Assert.All(classifier.Metrics, metric => Assert.Equal((0, new Interval(0, 0)), (metric.Difference, metric.Interval!.Value)));
        Assert.Equal(1, classifier.Tests[0].PValue);
    }

    [Fact]
    public void Compare_PerfectAfterCoin_IsBetterAndBackwardsWorse()
    {
        PredictionSet poor = RandomPredictions.Make(ClassifierKind.Multiclass, 200, 3, 5);
        var given = new bool[600];
        for (int i = 0; i < 200; i++) given[i * 3 + poor.Truth[i][0]] = true;
        PredictionSet perfect = poor with { Given = given, Probabilities = [.. given.Select(one => one ? 1.0 : 0.0)] };

        Assert.Equal(ComparisonOutcome.Better, Compare(poor, perfect).Classifiers[0].Outcome);
        ClassifierComparison backwards = Compare(perfect, poor).Classifiers[0];
        Assert.Equal(ComparisonOutcome.Worse, backwards.Outcome);
        Assert.Equal(ComparisonOutcome.Worse, backwards.Metrics.Single(metric => metric.Name == "logLoss").Outcome);
    }

    [Fact]
    public void Compare_LabelsCorrectedInBetween_JudgesBothByTheLabelsAfter()
    {
        (PredictionSet before, PredictionSet after) = Pair(ClassifierKind.Multiclass, 30);
        PredictionSet corrected = after with { Truth = new LabelMatrix(3, true, [.. Enumerable.Range(0, 30).Select(i => i == 0 ? new[] { (after.Truth[0][0] + 1) % 3 } : after.Truth[i].ToArray())]) };

        ClassifierComparison classifier = Compare(before, corrected).Classifiers[0];

        Assert.Equal(Evaluator.Evaluate(before with { Truth = corrected.Truth }, 0).Accuracy, classifier.Metrics[0].Before);
    }

    [Theory]
    [InlineData(ClassifierKind.Multiclass)]
    [InlineData(ClassifierKind.Binary)]
    public void Compare_MostDocumentsShared_IsTheComparisonOfThese(ClassifierKind kind)
    {
        (PredictionSet before, PredictionSet after) = Pair(kind, 60);
        int[] first = [.. Enumerable.Range(0, 50)], second = [.. Enumerable.Range(10, 50).Reverse()], shared = [.. Enumerable.Range(10, 40)];
        ComparedReport Part(string name, PredictionSet set, int[] rows) => Report(name, set.Select(rows), [.. rows.Select(row => $"d{row}")]);

        ReportComparison comparison = ReportComparer.Compare(Part("a", before, first), Part("b", after, second), Context);

        ClassifierComparison expected = Compare(before.Select(shared), after.Select(shared)).Classifiers[0], actual = comparison.Classifiers[0];
        Assert.Equal((true, 40, 20), (comparison.IsPaired, actual.Documents, actual.Unshared));
        Assert.Equal(0, expected.Unshared);
        Assert.Equal((expected.BrokenCount, expected.FixedCount), (actual.BrokenCount, actual.FixedCount));
        Assert.Equal(expected.Tests[0].PValue, actual.Tests[0].PValue, 1e-12);
        foreach ((MetricDifference one, MetricDifference other) in expected.Metrics.Concat(expected.Labels).Zip(actual.Metrics.Concat(actual.Labels)))
            Assert.Equal((Math.Round(one.Before, 10), Math.Round(one.After, 10)), (Math.Round(other.Before, 10), Math.Round(other.After, 10)));
    }

    [Fact]
    public void Compare_OtherDocuments_IsUnpairedAndSaysWhy()
    {
        (PredictionSet before, PredictionSet after) = Pair(ClassifierKind.Binary, 20);

        ReportComparison comparison = ReportComparer.Compare(Report("a", before, Ids(20)), Report("b", after, [.. Ids(20).Select((id, i) => i < 11 ? $"other{i}" : id)]), Context);

        Assert.Equal((false, "they were tested on different documents: 20 documents and 20 documents, 9 of them the same"), (comparison.IsPaired, comparison.WhyUnpaired));
        ClassifierComparison classifier = comparison.Classifiers[0];
        Assert.Empty(classifier.Tests);
        MetricDifference f1 = classifier.Metrics.Single(metric => metric.Name == "f1");
        Assert.InRange(f1.Difference, f1.Interval!.Value.Low, f1.Interval.Value.High);
        Assert.All(classifier.Labels, label => Assert.Equal((null, ComparisonOutcome.NotComparable), (label.Interval, label.Outcome)));
    }

    [Fact]
    public void Compare_WithoutPredictions_SaysWhatIsMissing()
    {
        (PredictionSet before, PredictionSet after) = Pair(ClassifierKind.Binary, 20);

        Assert.Equal("the outcomes of a are not known document by document: there is no predictions.jsonl beside it",
            ReportComparer.Compare(Report("a", before, Ids(20)) with { Predictions = null }, Report("b", after, Ids(20)), Context).WhyUnpaired);
    }

    private static ReportComparison Compare(PredictionSet before, PredictionSet after) =>
        ReportComparer.Compare(Report("a", before, Ids(before.Truth.Count)), Report("b", after, Ids(after.Truth.Count)), Context);

    private static string[] Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"d{i}")];

    /// <summary>Two sets with the same truth, of which the second decides some examples otherwise.</summary>
    private static (PredictionSet Before, PredictionSet After) Pair(ClassifierKind kind, int examples)
    {
        PredictionSet before = RandomPredictions.Make(kind, examples, 3, 11), other = RandomPredictions.Make(kind, examples, 3, 12);
        int labels = before.Labels.Count;
        double[] probabilities = [.. before.Probabilities];
        bool[] given = [.. before.Given];
        for (int example = 0; example < examples; example += 3)
        {
            Array.Copy(other.Probabilities, example * labels, probabilities, example * labels, labels);
            Array.Copy(other.Given, example * labels, given, example * labels, labels);
        }
        return (before, before with { Probabilities = probabilities, Given = given });
    }

    private static ComparedReport Report(string name, PredictionSet predictions, string[] ids) =>
        new(name, PredictionsFileTests.Report("c", predictions, null), new Dictionary<string, TestPredictions> { ["c"] = new("c", ids, predictions, null) });
}
