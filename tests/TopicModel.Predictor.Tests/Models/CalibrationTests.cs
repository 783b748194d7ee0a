using TopicModel.Models;

namespace TopicModel.Tests.Models;

public class CalibrationTests
{
    [Fact]
    public void Sigmoid_ScalesAndShiftsEachOutput()
    {
        var probabilities = new double[3];
        new Calibration(LinkFunction.Sigmoid, [2, 1, -1], [0.5, 0, 1]).Apply([1, 0, 3], probabilities);
        Assert.Equal(1 / (1 + Math.Exp(-2.5)), probabilities[0], 1e-15);
        Assert.Equal(0.5, probabilities[1]);
        Assert.Equal(1 / (1 + Math.Exp(2)), probabilities[2], 1e-15);
    }

    [Fact]
    public void Softmax_AddsUpToOneAlsoAtTheExtremes()
    {
        var probabilities = new double[3];
        new Calibration(LinkFunction.Softmax, [1e100, 1e100, 1], [0, -1e100, 0]).Apply([1e30f, -1e30f, 0], probabilities);
        Assert.Equal([1, 0, 0], probabilities);
        Calibration.None(LinkFunction.Softmax, 3).Apply([1, 2, 3], probabilities);
        Assert.Equal(1, probabilities.Sum(), 1e-15);
        Assert.Equal(Math.Exp(3) / (Math.Exp(1) + Math.Exp(2) + Math.Exp(3)), probabilities[2], 1e-15);
    }

    [Fact]
    public void SentenceSummary_HasTheDocumentedValues()
    {
        var summary = new double[SentenceSummary.Length];
        SentenceSummary.Compute([0.2, 0.9, 0.5, 0.9], summary);
        double[] expected = [Math.Log(9), Math.Log(9), 0, Math.Log(3.5), 2.5 / 4, Math.Log(5)];
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], summary[i], 1e-14);
        SentenceSummary.Compute([], summary);
        double lowest = Math.Log(1e-6 / (1 - 1e-6));
        expected = [lowest, lowest, lowest, 0, 0, 0];
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], summary[i], 1e-12);
    }
}
