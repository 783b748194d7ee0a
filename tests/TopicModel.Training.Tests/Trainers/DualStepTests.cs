using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class DualStepTests
{
    [Fact]
    public void SoftmaxDualStep_Solve_FindsTheMaximumThatBisectionFinds()
    {
        var random = new DeterministicRandom(9);
        for (int round = 0; round < 400; round++)
        {
            int labels = 1 + random.Next(10);
            double range = Math.Pow(10, random.NextDouble() * 2), curve = Math.Pow(10, random.NextDouble() * 5 - 2);
            double[] scores = [.. Enumerable.Range(0, labels).Select(_ => (random.NextDouble() - 0.5) * range)];
            double[] curvatures = [.. Enumerable.Range(0, labels).Select(_ => curve * (0.5 + random.NextDouble()))];
            double[] before = Before(labels, isFresh: round % 2 == 0, random);
            Vector256<double>[] logs = Row([.. before.Select(p => Math.Log(p))]), rises = new Vector256<double>[logs.Length];

            new SoftmaxDualStep(labels).Solve(Row(scores), SoftmaxDualStep.LogSum(Row(scores)), Row(curvatures, padding: 0), logs, rises);

            double[] expected = Bisect(scores, curvatures, before), actual = [.. Flat(logs).Take(labels).Select(log => Math.Exp(log))];
            Assert.Equal(1, actual.Sum(), 1e-9);
            for (int label = 0; label < labels; label++)
            {
                Assert.Equal(expected[label], actual[label], 1e-3);
                Assert.Equal(actual[label] - before[label], Flat(rises)[label], 1e-9);
            }
        }
    }

    [Fact]
    public void SoftmaxDualStep_Divergence_IsTheSumOverTheLabels()
    {
        double[] scores = [1, -2, 0.5, 3, 0], probabilities = [0.1, 0.2, 0.3, 0.15, 0.25];
        double logSum = Math.Log(scores.Sum(Math.Exp));

        Assert.Equal(logSum, SoftmaxDualStep.LogSum(Row(scores)), 1e-12);
        Assert.Equal(probabilities.Select((p, i) => p * (Math.Log(p) - scores[i] + logSum)).Sum(),
            SoftmaxDualStep.Divergence(Row(scores), logSum, Row([.. probabilities.Select(p => Math.Log(p))])), 1e-12);
    }

    [Fact]
    public void LogisticDualStep_Solve_FindsTheZeroThatBisectionFinds()
    {
        var random = new DeterministicRandom(10);
        for (int round = 0; round < 1000; round++)
        {
            double margin = (random.NextDouble() - 0.5) * 40, curvature = Math.Pow(10, random.NextDouble() * 8 - 3), logit = round % 3 == 0 ? -50 : (random.NextDouble() - 0.5) * 20;
            double target = curvature / (1 + Math.Exp(-logit)) - margin, low = target - curvature, high = target;
            for (int i = 0; i < 200; i++)
            {
                double middle = (low + high) / 2;
                if (middle + curvature / (1 + Math.Exp(-middle)) > target) high = middle;
                else low = middle;
            }
            Vector256<double> found = LogisticDualStep.Solve(Vector256.Create(margin, 0, margin, 1), Vector256.Create(curvature, 1, curvature, 9), Vector256.Create(logit, 0, logit, -50));

            Assert.Equal(1 / (1 + Math.Exp(-low)), 1 / (1 + Math.Exp(-found[0])), 1e-3);
            Assert.Equal(found[0], found[2]);
            Assert.Equal(found[0], LogisticDualStep.Solve(Vector256.Create(margin), Vector256.Create(curvature), Vector256.Create(logit))[3]);
        }
    }

    [Fact]
    public void LogisticDualStep_Divergence_IsThatOfTwoCoins()
    {
        double margin = 0.7, logit = -1.2, beta = 1 / (1 + Math.Exp(-logit)), wrong = 1 / (1 + Math.Exp(margin));

        double divergence = LogisticDualStep.Divergence(Vector256.Create(margin), Vector256.Create(logit))[0];

        Assert.Equal(beta * Math.Log(beta / wrong) + (1 - beta) * Math.Log((1 - beta) / (1 - wrong)), divergence, 1e-12);
        Assert.Equal(0, LogisticDualStep.Divergence(Vector256.Create(2.0), Vector256.Create(-2.0))[0], 1e-12);
    }

    private static double[] Before(int labels, bool isFresh, DeterministicRandom random)
    {
        if (isFresh) return [.. Enumerable.Range(0, labels).Select(label => label == labels - 1 ? 1 : Math.Exp(-50))];
        double[] shares = [.. Enumerable.Range(0, labels).Select(_ => Math.Exp(5 * random.NextDouble()))];
        return [.. shares.Select(share => share / shares.Sum())];
    }

    /// <summary>Finds the μ that makes the probabilities sum to 1, and for each μ the probabilities, by halving.</summary>
    private static double[] Bisect(double[] scores, double[] curvatures, double[] before)
    {
        double[] At(double multiplier) => [.. scores.Select((score, i) => Root(score + curvatures[i] * before[i] - multiplier, curvatures[i]))];
        double low = -1e6, high = 1e6;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (At(middle).Sum() > 1) low = middle;
            else high = middle;
        }
        return At(high);
    }

    /// <summary>The probability with ln β + q β = target.</summary>
    private static double Root(double target, double curvature)
    {
        double low = 0, high = 2;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Math.Log(middle) + curvature * middle > target) high = middle;
            else low = middle;
        }
        return low;
    }

    private static Vector256<double>[] Row(double[] values, double padding = SoftmaxDualStep.Padding)
    {
        var row = new Vector256<double>[SoftmaxDualStep.RowLength(values.Length)];
        Span<double> places = MemoryMarshal.Cast<Vector256<double>, double>(row.AsSpan());
        places.Fill(padding);
        values.CopyTo(places);
        return row;
    }

    private static double[] Flat(Vector256<double>[] row) => MemoryMarshal.Cast<Vector256<double>, double>(row).ToArray();
}
