using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Quality;

namespace TopicModel.Training.Tests.Evaluation.Quality;

public class ConfidentLearningTests
{
    [Fact]
    public void Example_ByHand()
    {
        // Thresholds: class 0 (0.9 + 0.8 + 0.1) / 3 = 0.6, class 1 (0.7 + 0.9) / 2 = 0.8.
        var learning = new ConfidentLearning([0.9, 0.1, 0.8, 0.2, 0.1, 0.9, 0.3, 0.7, 0.1, 0.9], [0, 0, 0, 1, 1], 2);

        Assert.Equal([0.6, 0.8], learning.Thresholds.Select(threshold => Math.Round(threshold, 12)));
        Assert.Equal([0, 0, 1, -1, 1], learning.Confident);
        Assert.Equal([2, 1], learning.Joint[0]);
        Assert.Equal([0, 1], learning.Joint[1]);
        Assert.Equal([false, false, true, false, false], Enumerable.Range(0, 5).Select(learning.IsSuspect));
        Assert.Equal(0.9, learning.Score(2), 1e-12);
        // A third of the three examples given class 0 are wrong, none of class 1.
        Assert.Equal(0.2, learning.ErrorShare(), 1e-12);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 3)]
    public void AnyData_IsAsTheFormulas(int classes, int seed)
    {
        (double[] p, int[] given) = Random(200, classes, seed);
        var learning = new ConfidentLearning(p, given, classes);
        double P(int example, int c) => p[example * classes + c];

        double[] thresholds = [.. Enumerable.Range(0, classes).Select(c => Enumerable.Range(0, 200).Where(i => given[i] == c).Average(i => P(i, c)))];
        for (int c = 0; c < classes; c++) Assert.Equal(thresholds[c], learning.Thresholds[c], 1e-12);
        for (int i = 0; i < 200; i++)
        {
            int[] reached = [.. Enumerable.Range(0, classes).Where(c => P(i, c) >= learning.Thresholds[c]).OrderByDescending(c => P(i, c))];
            Assert.Equal(reached.Length == 0 ? -1 : reached[0], learning.Confident[i]);
            double margin = P(i, given[i]) - Enumerable.Range(0, classes).Where(c => c != given[i]).Max(c => P(i, c));
            Assert.Equal((1 - margin) / 2, learning.Score(i), 1e-12);
            Assert.InRange(learning.Score(i), 0, 1);
        }
        Assert.Equal(learning.Confident.Count(c => c >= 0), learning.Joint.Sum(row => row.Sum()));
    }

    [Fact]
    public void EqualProbabilities_TheGivenClassCounts() => Assert.False(new ConfidentLearning([0.5, 0.5, 0.5, 0.5], [1, 0], 2).IsSuspect(0));

    [Fact]
    public void ClassThatNoneIsGiven_IsNeverSuggested()
    {
        var learning = new ConfidentLearning([0.1, 0.2, 0.7, 0.3, 0.4, 0.3], [0, 1], 3);

        Assert.True(double.IsNaN(learning.Thresholds[2]));
        Assert.DoesNotContain(2, learning.Confident);
    }

    [Fact]
    public void PlantedErrors_AreTheMostSuspect()
    {
        var random = new DeterministicRandom(5);
        var p = new double[3000];
        var given = new int[1000];
        for (int i = 0; i < 1000; i++)
        {
            int truth = random.Next(3);
            double sure = 0.6 + 0.4 * random.NextDouble();
            for (int c = 0; c < 3; c++) p[i * 3 + c] = c == truth ? sure : (1 - sure) / 2;
            given[i] = i % 20 == 0 ? (truth + 1) % 3 : truth;
        }

        var learning = new ConfidentLearning(p, given, 3);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => i * 20), Enumerable.Range(0, 1000).OrderByDescending(learning.Score).Take(50).Order());
        Assert.InRange(learning.ErrorShare(), 0.03, 0.07);
    }

    private static (double[] P, int[] Given) Random(int examples, int classes, int seed)
    {
        var random = new DeterministicRandom(seed);
        var p = new double[examples * classes];
        for (int i = 0; i < examples; i++)
        {
            double sum = 0;
            for (int c = 0; c < classes; c++) sum += p[i * classes + c] = random.NextDouble() + 0.01;
            for (int c = 0; c < classes; c++) p[i * classes + c] /= sum;
        }
        return (p, [.. Enumerable.Range(0, examples).Select(_ => random.Next(classes))]);
    }
}
