using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

public sealed class LbfgsPartsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void LbfgsMemory_ComputeDirection_IsThatOfTheTwoLoopRecursion(int pairs)
    {
        // With X the identity a vector's dual variables are its weights and its scores.
        const int Size = 5, Length = 6;
        var random = new DeterministicRandom(4, pairs);
        DualVector Vector()
        {
            var vector = new DualVector(Length, 1);
            for (int i = 0; i < Length; i++) vector.Scores[i] = vector.Duals[i] = random.NextDouble() - 0.5;
            vector.Biases[0] = random.NextDouble() - 0.5;
            return vector;
        }
        var memory = new LbfgsMemory(Size);
        var history = new List<(double[] Step, double[] Change)>();
        for (int i = 0; i < pairs; i++)
        {
            DualVector step = Vector(), change = Vector();
            // A change mostly along its step, as convex functions have.
            change.AddScaled(3, step);
            history.Add((Flat(step), Flat(change)));
            memory.Add(step, change);
        }
        DualVector gradient = Vector(), direction = Vector();

        memory.ComputeDirection(gradient, direction);

        double[] expected = TwoLoop(history.TakeLast(Size), Flat(gradient)), actual = Flat(direction);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-10);
        Assert.Equal(direction.Duals, direction.Scores);
    }

    [Fact]
    public void LbfgsMemory_WithoutPairs_GoesDownhill()
    {
        var gradient = new DualVector(2, 1);
        gradient.Duals[1] = gradient.Scores[1] = 2;
        gradient.Biases[0] = -3;
        var memory = new LbfgsMemory(3);
        var direction = new DualVector(2, 1);

        memory.ComputeDirection(gradient, direction);

        Assert.True(memory.IsEmpty);
        Assert.Equal([0, -2, 3], Flat(direction));
    }

    [Fact]
    public void LbfgsMemory_Add_RefusesAChangeAgainstTheStep()
    {
        DualVector step = new(1, 1), change = new(1, 1);
        (step.Biases[0], change.Biases[0]) = (1, -1);
        var memory = new LbfgsMemory(3);

        Assert.Equal((step, change), memory.Add(step, change));
        Assert.True(memory.IsEmpty);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e6)]
    public void ConvexLineSearch_Search_FindsAFlatterPointFromAnyFirstStep(double first)
    {
        foreach (Func<double, (double, double)> function in new Func<double, (double, double)>[]
        {
            t => ((t - 3) * (t - 3), 2 * (t - 3)),
            t => (Math.Exp(Math.Min(t, 600)) - 10 * t, Math.Exp(Math.Min(t, 600)) - 10),
            t => (Math.Abs(t - 200) + 1e-3 * t * t, Math.Sign(t - 200) + 2e-3 * t),
        })
        {
            double last = 0;
            (double value, double slope) = function(0);

            bool found = ConvexLineSearch.Search(t => function(last = t), value, slope, first);

            Assert.True(function(last).Item1 < value);
            Assert.True(found || slope > -1.1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void KernelProduct_Multiply_IsThatOfDenseMatrices(bool isScaled)
    {
        const int Labels = 11, Examples = 300, Features = 12;
        TrainingProblem problem = TestProblem.Random(Examples, Features, Labels, isExclusive: true);
        if (isScaled) problem = TestProblem.Weighted(problem);
        float[] duals = TestProblem.Weights(Examples * SparseOps.Lanes, 3), scores = new float[duals.Length];

        new KernelProduct(problem, new TrainerRun(2)).Multiply(8, duals, scores);

        for (int lane = 0; lane < 3; lane++)
        {
            var weights = new double[Features];
            for (int i = 0; i < Examples; i++)
                foreach ((int column, float value) in TestProblem.Row(problem.Features, i)) weights[column] += value * duals[i * SparseOps.Lanes + lane];
            for (int column = 0; column < Features; column++) weights[column] *= Math.Pow(problem.FeatureScales?[column * Labels + 8 + lane] ?? 1, 2);
            for (int i = 0; i < Examples; i++)
            {
                double expected = TestProblem.Row(problem.Features, i).Sum(entry => entry.Value * weights[entry.Column]);
                Assert.Equal(expected, scores[i * SparseOps.Lanes + lane], 1e-4 * Math.Max(1, expected));
            }
        }
    }

    [Fact]
    public void KernelProduct_MeanLengths_AreThoseOfTheMeanScaledExample()
    {
        SparseMatrix features = TestProblem.Matrix(2, [(0, 3)], [(0, 1), (1, 2)]);
        var problem = new TrainingProblem { Features = features, Labels = new LabelMatrix(2, false, [[0], [1]]), FeatureScales = [1, 0, 1, 0] };

        double[] lengths = new KernelProduct(problem, new TrainerRun()).MeanLengths();

        Assert.Equal(Math.Sqrt(5), lengths[0], 1e-6);
        Assert.Equal(1, lengths[1]);
    }

    [Fact]
    public void SparseMatrix_Transpose_ExchangesRowsAndColumns()
    {
        SparseMatrix matrix = TestProblem.Matrix(4, [(2, 5), (0, 1)], [], [(2, 7), (3, 9)]);

        SparseMatrix transposed = matrix.Transpose();

        Assert.Equal((4, 3), (transposed.RowCount, transposed.ColumnCount));
        Assert.Equal([(0, 1f)], TestProblem.Row(transposed, 0));
        Assert.Empty(TestProblem.Row(transposed, 1));
        Assert.Equal([(0, 5f), (2, 7f)], TestProblem.Row(transposed, 2));
        Assert.Equal([(2, 9f)], TestProblem.Row(transposed, 3));
    }

    private static double[] TwoLoop(IEnumerable<(double[] Step, double[] Change)> history, double[] gradient)
    {
        static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
        static double[] Plus(double[] a, double factor, double[] b) => [.. a.Zip(b, (x, y) => x + factor * y)];
        var alphas = new Stack<double>();
        double[] q = gradient;
        foreach ((double[] step, double[] change) in history.Reverse())
        {
            alphas.Push(Dot(step, q) / Dot(step, change));
            q = Plus(q, -alphas.Peek(), change);
        }
        (double[] lastStep, double[] lastChange) = history.Last();
        q = [.. q.Select(x => x * Dot(lastStep, lastChange) / Dot(lastChange, lastChange))];
        foreach ((double[] step, double[] change) in history) q = Plus(q, alphas.Pop() - Dot(change, q) / Dot(step, change), step);
        return [.. q.Select(x => -x)];
    }

    private static double[] Flat(DualVector vector) => [.. vector.Duals, .. vector.Biases];
}
