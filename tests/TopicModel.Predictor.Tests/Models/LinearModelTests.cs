using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Models;

public class LinearModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(33)]
    public void Score_GivesTheBitsOfTheScalarLoop(int outputs)
    {
        const int features = 100;
        var random = new DeterministicRandom(outputs);
        float Next() => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(9) - 4));
        float[] weights = [.. Enumerable.Range(0, features * outputs).Select(_ => Next())], biases = [.. Enumerable.Range(0, outputs).Select(_ => Next())];
        int[] indices = [.. Enumerable.Range(0, 60).Select(_ => random.Next(features))];
        float[] values = [.. indices.Select(_ => Next())], expected = [.. biases], found = new float[outputs];
        for (int i = 0; i < indices.Length; i++)
            for (int output = 0; output < outputs; output++)
            {
                float product = values[i] * weights[indices[i] * outputs + output];
                expected[output] += product;
            }
        new LinearModel(weights, biases).Score(indices, values, found);
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), found.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Constructor_WhenCountsDoNotFit_SaysBoth() =>
        Assert.Equal("7 weights do not divide into 2 outputs", Assert.Throws<ArgumentException>(() => new LinearModel(new float[7], new float[2])).Message);
}
