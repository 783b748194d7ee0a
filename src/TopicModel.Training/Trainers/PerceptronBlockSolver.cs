using System.Numerics;
using System.Runtime.Intrinsics;
using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Perceptron steps for the labels of one block. With steps δ made at time t (examples seen before), the mean of the weights after each of
/// T examples is w − Σ t δ x / T; the second sum is kept beside the weights.
/// </summary>
internal sealed class PerceptronBlockSolver : IBlockSolver
{
    private const int Lanes = SparseOps.Lanes;

    /// <summary>Examples between two looks at the cancellation.</summary>
    private const int ExamplesBetweenChecks = 1024;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock _block;

    /// <summary>As the block's weights: the sum of t δ x.</summary>
    private readonly float[] _delayed;
    private readonly AveragedPerceptronOptions _options;
    private readonly Vector256<float> _positiveWeights, _negativeWeights;

    /// <summary>[lane], passes made.</summary>
    private readonly int[] _passes = new int[Lanes];

    /// <summary>Lanes that made a mistake in the last pass.</summary>
    private byte _openLanes;

    /// <param name="problem">Its labels in the block are trained one against the rest.</param>
    /// <param name="block">Of some of its labels; the weights are left there.</param>
    /// <param name="options">Valid options.</param>
    public PerceptronBlockSolver(TrainingProblem problem, LabelBlock block, AveragedPerceptronOptions options)
    {
        (_problem, _block, _delayed, _options) = (problem, block, LargeArrays.Zeros<float>(block.Weights.Length), options);
        (float[] positive, float[] negative) = block.LaneWeights();
        (_positiveWeights, _negativeWeights) = (Vector256.Create(positive), Vector256.Create(negative));
        _openLanes = (byte)((1 << block.Count) - 1);
    }

    /// <inheritdoc/>
    public int Iterations { get; private set; }

    /// <inheritdoc/>
    public bool Converged => _openLanes == 0;

    /// <inheritdoc/>
    public IEnumerable<double> Objectives() => Enumerable.Repeat(double.NaN, _block.Count);

    /// <inheritdoc/>
    public void Solve(TrainerRun run, bool reports)
    {
        var order = new int[_problem.Features.RowCount];
        while (_openLanes != 0 && Iterations < _options.MaxIterations)
        {
            ExampleOrder.Shuffle(order, run.Seed, Iterations);
            int[] mistakes = Pass(order, run.CancellationToken);
            Iterations++;
            for (int lane = 0; lane < _block.Count; lane++)
            {
                byte bit = (byte)(1 << lane);
                if ((_openLanes & bit) == 0) continue;
                _passes[lane]++;
                if (mistakes[lane] == 0) _openLanes &= (byte)~bit;
            }
            if (reports) run.Progress?.Report(new TrainerProgress(Iterations, _options.MaxIterations, mistakes.Max() / (double)order.Length));
        }
        Average(order.Length);
    }

    /// <summary>One pass in the given order; returns the mistakes of every lane.</summary>
    private int[] Pass(int[] order, CancellationToken cancellationToken)
    {
        var mistakes = new int[Lanes];
        for (int i = 0; i < order.Length; i++)
        {
            if (i % ExamplesBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            int example = order[i];
            Vector256<float> isPositive = Lanes8.Mask(_block.PositiveBits[example]).Vector;
            Vector256<float> step = Vector256.ConditionalSelect(isPositive, _positiveWeights, -_negativeWeights);
            if (_problem.ExampleWeights is { } weights) step *= Vector256.Create(weights[example]);
            Vector256<float> isWrong = Vector256.LessThanOrEqual(_block.Score<Lanes8>(example).Vector * step, Vector256<float>.Zero) & Lanes8.Mask(_openLanes).Vector;
            uint wrongBits = Vector256.ExtractMostSignificantBits(isWrong);
            if (wrongBits == 0) continue;
            for (uint bits = wrongBits; bits != 0; bits &= bits - 1) mistakes[BitOperations.TrailingZeroCount(bits)]++;
            _block.Add(example, new Lanes8(step & isWrong), _block.Weights);
            _block.Add(example, new Lanes8((step & isWrong) * Vector256.Create((float)((double)Iterations * order.Length + i))), _delayed);
        }
        return mistakes;
    }

    /// <summary>Replaces the weights by their means.</summary>
    private void Average(int examples)
    {
        Span<float> weights = _block.Weights;
        for (int i = 0; i < weights.Length; i++)
            if (_passes[i % Lanes] is var passes and > 0) weights[i] -= _delayed[i] / ((float)passes * examples);
    }
}
