using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Calibration;

public class DocumentRuleFitterTests
{
    [Fact]
    public void Fit_DocumentsWithSeveralLikelySentences_AreToldFromThoseWithOne()
    {
        (double[][] train, bool[] trainTruth) = Documents(200, seed: 1);
        (double[][] test, bool[] testTruth) = Documents(500, seed: 2);
        DocumentRule rule = DocumentRuleFitter.Fit(train, trainTruth);
        double right = Enumerable.Range(0, 500).Count(i => testTruth[i] == PassageModel.DocumentProbability(rule, test[i]) >= rule.Threshold) / 500.0;
        Assert.True(right > 0.9, $"{right} of the documents are right");
    }

    [Fact]
    public void Fit_Probabilities_AreCalibrated()
    {
        (double[][] train, bool[] truth) = Documents(400, seed: 3);
        DocumentRule rule = DocumentRuleFitter.Fit(train, truth);
        double mean = train.Average(sentences => PassageModel.DocumentProbability(rule, sentences));
        Assert.Equal(truth.Count(positive => positive) / 400.0, mean, 0.01);
    }

    [Fact]
    public void Fit_PositivesThatAreRarerInUse_LowersTheOddsAndAsksForMore()
    {
        (double[][] train, bool[] truth) = Documents(400, seed: 3);
        double share = truth.Count(positive => positive) / 400.0;
        DocumentRule asTrained = DocumentRuleFitter.Fit(train, truth), rarer = DocumentRuleFitter.Fit(train, truth, prevalence: share / 4);
        Assert.Equal(asTrained.Weights, rarer.Weights);
        Assert.Equal(Math.Log(share / 4 / (1 - share / 4)) - Math.Log(share / (1 - share)), rarer.Bias - asTrained.Bias, 1e-12);
        int given = Given(asTrained), givenRarer = Given(rarer);
        Assert.True(givenRarer < given && givenRarer > 0, $"{given} -> {givenRarer}");

        int Given(DocumentRule rule) => train.Count(sentences => PassageModel.DocumentProbability(rule, sentences) >= rule.Threshold);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_OneClassOnly_DecidesForIt(bool isPositive)
    {
        (double[][] train, _) = Documents(12, seed: 4);
        DocumentRule rule = DocumentRuleFitter.Fit(train, [.. Enumerable.Repeat(isPositive, 12)]);
        Assert.Equal(0.5, rule.Threshold);
        Assert.All(train, sentences => Assert.Equal(isPositive, PassageModel.DocumentProbability(rule, sentences) >= 0.5));
    }

    [Fact]
    public void Fit_PerfectlyToldDocuments_StaysFinite()
    {
        double[][] documents = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? new double[] { 1, 1, 0 } : [0, 0, 0])];
        DocumentRule rule = DocumentRuleFitter.Fit(documents, [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0)]);
        Assert.All([.. rule.Weights, rule.Bias], value => Assert.True(double.IsFinite(value)));
        Assert.InRange(rule.Threshold, 0.05, 0.95);
        Assert.InRange(PassageModel.DocumentProbability(rule, [1, 1, 0]), rule.Threshold, 0.999);
        Assert.InRange(PassageModel.DocumentProbability(rule, [0, 0, 0]), 0.001, rule.Threshold);
    }

    [Fact]
    public void Fit_DocumentsWithoutSentences_AreAllowed()
    {
        DocumentRule rule = DocumentRuleFitter.Fit([[], [0.9, 0.8], [], [0.7]], [false, true, false, true]);
        Assert.True(PassageModel.DocumentProbability(rule, []) < PassageModel.DocumentProbability(rule, [0.9, 0.8]));
        Assert.True(double.IsFinite(DocumentRuleFitter.Fit([[]], [true]).Bias));
    }

    [Fact]
    public void Fit_BadArguments_SayWhatWasExpected()
    {
        Assert.Equal("there are no documents to fit a rule on (Parameter 'isPositive')",
            Assert.Throws<ArgumentException>(() => DocumentRuleFitter.Fit([], [])).Message);
        Assert.Equal("there are sentences of 2 documents, 1 were expected (Parameter 'sentenceProbabilities')",
            Assert.Throws<ArgumentException>(() => DocumentRuleFitter.Fit([[], []], [true])).Message);
    }

    /// <summary>Positive documents have three to five likely sentences, negative ones at most one, all among unlikely ones.</summary>
    private static (double[][] Sentences, bool[] IsPositive) Documents(int count, int seed)
    {
        var random = new DeterministicRandom(seed);
        var sentences = new double[count][];
        var isPositive = new bool[count];
        for (int i = 0; i < count; i++)
        {
            isPositive[i] = random.Next(3) == 0;
            int likely = isPositive[i] ? 3 + random.Next(3) : random.Next(2), unlikely = 5 + random.Next(20);
            sentences[i] = new double[likely + unlikely];
            for (int j = 0; j < sentences[i].Length; j++) sentences[i][j] = j < likely ? 0.4 + 0.6 * random.NextDouble() : 0.4 * random.NextDouble();
        }
        return (sentences, isPositive);
    }
}
