using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Models;

public class PortableMathTests
{
    [Fact]
    public void Exp_AgreesWithSystemMath()
    {
        var random = new DeterministicRandom(10);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 1400 : 4);
            AssertClose(Math.Exp(x), PortableMath.Exp(x));
        }
    }

    [Fact]
    public void Log_AgreesWithSystemMath()
    {
        var random = new DeterministicRandom(11);
        for (int i = 0; i < 20_000; i++)
        {
            double x = i % 2 == 0 ? Math.Exp((random.NextDouble() - 0.5) * 1400) : 0.5 + random.NextDouble();
            AssertClose(Math.Log(x), PortableMath.Log(x));
        }
    }

    [Fact]
    public void SigmoidAndSoftPlus_AgreeWithTheirFormulas()
    {
        for (double x = -60; x <= 60; x += 0.37)
        {
            AssertClose(x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)), PortableMath.Sigmoid(x));
            Assert.Equal(Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))), PortableMath.SoftPlus(x), 1e-13);
        }
    }

    [Fact]
    public void Limits_AreThoseOfSystemMath()
    {
        foreach (double x in new[] { 0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 710, -746, -800, 1e300, -1e300 })
            Assert.Equal(Math.Exp(x), PortableMath.Exp(x));
        foreach (double x in new[] { 0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            Assert.Equal(Math.Log(x), PortableMath.Log(x));
        AssertClose(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon));
        AssertClose(Math.Log(double.MaxValue), PortableMath.Log(double.MaxValue));
        Assert.Equal((0, 1), (PortableMath.Sigmoid(-1e9), PortableMath.Sigmoid(1e9)));
    }

    private static void AssertClose(double expected, double found)
    {
        if (Math.Abs(expected) < 1e-300) Assert.Equal(expected, found, 1e-305);
        else Assert.True(Math.Abs(found - expected) <= 1e-15 * Math.Abs(expected) + 1e-16, $"{found:R} instead of {expected:R}");
    }
}
