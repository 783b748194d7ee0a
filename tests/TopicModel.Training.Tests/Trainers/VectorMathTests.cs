using System.Runtime.Intrinsics;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class VectorMathTests
{
    [Fact]
    public void Exp_DiffersFromTheRuntimeByLessThanABillionthOfAMillionth()
    {
        foreach (Vector256<double> x in Numbers(-707, 708))
            for (int i = 0; i < 4; i++) AssertClose(Math.Exp(x[i]), VectorMath.Exp(x)[i]);
    }

    [Fact]
    public void Exp_OutsideTheRange_IsThatOfItsEnds()
    {
        Vector256<double> result = VectorMath.Exp(Vector256.Create(-1e9, double.NegativeInfinity, 1e9, 0));

        Assert.Equal(VectorMath.Exp(Vector256.Create(-708.0))[0], result[0]);
        Assert.InRange(result[1], 0, 1e-307);
        Assert.True(double.IsFinite(result[2]) && result[2] > 1e307);
        Assert.Equal(1, result[3]);
    }

    [Fact]
    public void Log_DiffersFromTheRuntimeByLessThanABillionthOfAMillionth()
    {
        foreach (Vector256<double> x in Numbers(-300, 300))
        {
            Vector256<double> argument = Vector256.Create(Math.Exp(x[0]), 1 + x[1] / 1000, Math.ScaleB(1, (int)x[2]), Math.Exp(x[3] / 100));
            for (int i = 0; i < 4; i++) AssertClose(Math.Log(argument[i]), VectorMath.Log(argument)[i]);
        }
    }

    [Fact]
    public void SigmoidAndSoftPlus_AreThoseOfPortableMath()
    {
        foreach (Vector256<double> x in Numbers(-30, 700))
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(PortableMath.Sigmoid(x[i]), VectorMath.Sigmoid(x)[i], 1e-15);
                Assert.Equal(PortableMath.SoftPlus(x[i]), VectorMath.SoftPlus(x)[i], 1e-15 * Math.Max(1, Math.Abs(x[i])));
            }
    }

    [Fact]
    public void Sum_AddsInPairs() => Assert.Equal((0.1 + 0.2) + (0.3 + 0.4), VectorMath.Sum(Vector256.Create(0.1, 0.2, 0.3, 0.4)));

    private static IEnumerable<Vector256<double>> Numbers(double least, double most)
    {
        var random = new DeterministicRandom(3);
        double Next() => least + random.NextDouble() * (most - least);
        for (int i = 0; i < 2000; i++) yield return Vector256.Create(Next(), Next(), Next(), Next());
    }

    private static void AssertClose(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-15 * Math.Abs(expected), $"{expected:R} and {actual:R}");
}
