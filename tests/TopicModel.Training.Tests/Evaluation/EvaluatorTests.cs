using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Tests.Evaluation;

public class EvaluatorTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Cases => [.. EvaluationCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_FixtureOfScikitLearn_AgreesOnMetrics(string name)
    {
        EvaluationCase c = EvaluationCase.All.Single(c => c.Name == name);
        IReadOnlyDictionary<string, double> actual = Evaluator.Evaluate(c.ToPredictions(), bootstrapSamples: 0).ToDictionary();
        Assert.Equal(c.Expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach ((string metric, double? expected) in c.Expected)
            Assert.True(Agree(expected, actual[metric]), $"{metric}: {actual[metric]}, scikit-learn says {expected}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_FixtureOfScikitLearn_AgreesOnLabelsAndConfusion(string name)
    {
        EvaluationCase c = EvaluationCase.All.Single(c => c.Name == name);
        MetricBlock actual = Evaluator.Evaluate(c.ToPredictions(), bootstrapSamples: 0);
        Assert.Equal(c.Truth.Length, actual.Documents);
        Assert.Equal(c.PerLabel.Count, actual.PerLabel.Count);
        foreach ((EvaluationCase.Row expected, LabelMetrics row) in c.PerLabel.Zip(actual.PerLabel))
        {
            Assert.Equal(expected.Support, row.Support);
            Assert.Equal(expected.Precision, row.Precision, Tolerance);
            Assert.Equal(expected.Recall, row.Recall, Tolerance);
            Assert.Equal(expected.F1, row.F1, Tolerance);
            Assert.True(Agree(expected.AveragePrecision, row.AveragePrecision), $"{row.AveragePrecision}, scikit-learn says {expected.AveragePrecision}");
        }
        Assert.Equal(actual.PerLabel.Select(row => row.Label), actual.Confusion.Labels);
        Assert.Equal(c.Confusion, actual.Confusion.Counts);
    }

    [Fact]
    public void Fixture_Cases_CoverEveryKindAndUndefinedValues()
    {
        Assert.Equal(["binary", "multiclass", "multilabel"], EvaluationCase.All.Select(c => c.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(EvaluationCase.All, c => c.Expected["auc"] is null);
        Assert.Contains(EvaluationCase.All, c => c.PerLabel.Any(row => row.AveragePrecision is null));
    }

    [Fact]
    public void Evaluate_Passages_HasBothLabelsAndThresholdOfThePositive()
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Passages, 30, 1, seed: 3), bootstrapSamples: 10);
        Assert.Equal(["negative", "label 0"], block.PerLabel.Select(row => row.Label));
        Assert.Equal([null, 0.4], block.PerLabel.Select(row => row.Threshold));
        Assert.Equal(block.PerLabel[1].F1, block.F1);
        Assert.Contains("f1", block.Intervals.Keys);
    }

    [Fact]
    public void Evaluate_Multiclass_HasNoThresholdsAndNoPositiveLabel()
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Multiclass, 30, 4, seed: 3), bootstrapSamples: 10);
        Assert.All(block.PerLabel, row => Assert.Null(row.Threshold));
        Assert.Null(block.F1);
        Assert.DoesNotContain("f1", block.Intervals.Keys);
        Assert.Equal(block.Accuracy, block.MicroF1);
    }

    [Fact]
    public void Evaluate_NoExamples_EverythingIsUndefined()
    {
        MetricBlock block = Evaluator.Evaluate(RandomPredictions.Make(ClassifierKind.Multilabel, 0, 2, seed: 1));
        Assert.Equal(0, block.Documents);
        Assert.All(block.ToDictionary().Values, value => Assert.True(double.IsNaN(value)));
        Assert.Empty(block.Intervals);
    }

    [Fact]
    public void Evaluate_ProbabilityOutOfRange_SaysWhichAndWhatWasExpected()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 4, 3, seed: 1);
        set.Probabilities[7] = double.NaN;
        var error = Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(set));
        Assert.Equal("the probability of example 2, label 1 is NaN, 0 to 1 was expected", error.Message);
    }

    [Fact]
    public void Evaluate_TwoLabelsGivenInMulticlass_SaysWhichExample()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multiclass, 4, 3, seed: 1);
        set.Given.AsSpan(3, 3).Fill(true);
        var error = Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(set));
        Assert.Equal("example 1 was not given exactly one label", error.Message);
    }

    [Fact]
    public void Evaluate_WrongLengths_SaysHowManyWereExpected()
    {
        PredictionSet set = RandomPredictions.Make(ClassifierKind.Multilabel, 4, 3, seed: 1);
        Assert.Equal("there are 2 probabilities, 12 were expected", Message(set with { Probabilities = [0.5, 0.5] }));
        Assert.Equal("there are 1 decisions, 12 were expected", Message(set with { Given = [true] }));
        Assert.Equal("there are 0 thresholds for 3 labels of kind Multilabel", Message(set with { Thresholds = [] }));
        Assert.Equal("there are 1 document numbers, 4 were expected", Message(set with { DocumentOf = [0] }));
        Assert.Equal("the truth has 2 labels, 3 were expected", Message(set with { Truth = new LabelMatrix(2, false, [[], [], [], []]) }));
        Assert.Equal("kind Binary has 3 labels, 1 was expected", Message(set with { Kind = ClassifierKind.Binary }));
        Assert.Equal("the truth of a multiclass set has examples without exactly one label", Message(set with { Kind = ClassifierKind.Multiclass }));
    }

    private static string Message(PredictionSet set) => Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(set)).Message;

    private static bool Agree(double? expected, double actual) =>
        expected is { } value ? Math.Abs(value - actual) <= Tolerance : double.IsNaN(actual);
}
