using System.Runtime.Intrinsics;
using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Dual coordinate descent for the labels of one block. For an example i of one lane, with D = 1 / (2 C cᵢ) and Q = ‖xᵢ‖² + D, the
/// gradient is G = y w·x − 1 + D α; the step sets α to max(0, α − G / Q) and adds y Δα x to w. An example with α = 0 whose gradient
/// is above the largest of the pass before is left out of the lane's next passes (shrinking), until the rest has converged.
/// </summary>
internal sealed class SvmBlockSolver
{
    private const int Lanes = SparseOps.Lanes;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock _block;
    private readonly LinearSvmOptions _options;
    private readonly float[] _squaredNorms;

    /// <summary>[example * Lanes + lane], the dual variables.</summary>
    private readonly float[] _alphas;

    /// <summary>[example] -> a bit for every lane that still looks at it.</summary>
    private readonly byte[] _activeBits;
    private readonly Vector256<float> _positiveDiagonal;
    private readonly Vector256<float> _negativeDiagonal;

    /// <summary>Lanes that have not converged.</summary>
    private byte _openLanes;

    /// <summary>Lanes that look at all examples, to confirm that they have converged or to go on.</summary>
    private byte _wholeLanes;
    private Vector256<float> _largestBefore = Vector256.Create(float.PositiveInfinity);

    public SvmBlockSolver(TrainingProblem problem, LabelBlock block, LinearSvmOptions options)
    {
        (_problem, _block, _options) = (problem, block, options);
        int examples = problem.Features.RowCount;
        _squaredNorms = new float[examples];
        for (int i = 0; i < examples; i++) _squaredNorms[i] = SparseOps.SquaredNorm(problem.Features.RowValues(i)) + 1;
        _alphas = new float[examples * Lanes];
        _openLanes = _wholeLanes = (byte)((1 << block.Count) - 1);
        _activeBits = new byte[examples];
        Array.Fill(_activeBits, _openLanes);
        (float[] positive, float[] negative) = block.LaneWeights();
        _positiveDiagonal = Vector256.Create((float)(0.5 / options.C)) / Vector256.Create(positive);
        _negativeDiagonal = Vector256.Create((float)(0.5 / options.C)) / Vector256.Create(negative);
    }

    /// <summary>Passes over the data that the slowest lane took.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether every lane met the stopping rule.</summary>
    public bool Converged => _openLanes == 0;

    /// <summary>Descends until every lane has converged or the passes are used up.</summary>
    public void Solve(TrainerRun run, bool reports)
    {
        var order = new int[_problem.Features.RowCount];
        while (_openLanes != 0 && Iterations < _options.MaxIterations)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            // The order depends on the seed and the pass only, so that a lane sees the same one in any block.
            for (int i = 0; i < order.Length; i++) order[i] = i;
            new DeterministicRandom(run.Seed, Iterations).Shuffle(order);
            (Vector256<float> largest, Vector256<float> smallest) = Pass(order);
            Iterations++;
            float violation = CloseLanes(largest, smallest);
            if (reports) run.Progress?.Report(new TrainerProgress(Iterations, _options.MaxIterations, violation));
        }
    }

    /// <summary>[lane in use] -> the dual objective with the sign of the primal.</summary>
    public IEnumerable<double> Objectives()
    {
        for (int lane = 0; lane < _block.Count; lane++)
        {
            double sum = 0;
            for (int i = lane; i < _block.Weights.Length; i += Lanes)
            {
                float scale = _block.Scales is { } scales && i < scales.Length ? scales[i] : 1;
                if (_block.Weights[i] != 0) sum -= 0.5 * _block.Weights[i] * _block.Weights[i] / ((double)scale * scale);
            }
            for (int example = 0; example < _activeBits.Length; example++)
            {
                double alpha = _alphas[example * Lanes + lane];
                sum += alpha - 0.5 * alpha * alpha * Diagonal(example)[lane];
            }
            yield return sum;
        }
    }

    /// <summary>
    /// One pass in the given order; returns the largest and smallest projected gradient of every lane. The innermost loops of training
    /// by far, so everything a step needs stays in vector registers and the method is one piece.
    /// </summary>
    private (Vector256<float> Largest, Vector256<float> Smallest) Pass(int[] order)
    {
        SparseMatrix features = _problem.Features;
        Span<float> weights = _block.Weights;
        ref float bias = ref weights[features.ColumnCount * Lanes];
        Vector256<float> largest = Vector256.Create(float.NegativeInfinity), smallest = Vector256.Create(float.PositiveInfinity);
        Vector256<float> zero = Vector256<float>.Zero, one = Vector256<float>.One;
        foreach (int example in order)
        {
            byte activeBits = (byte)(_activeBits[example] & _openLanes);
            if (activeBits == 0) continue;
            ReadOnlySpan<int> columns = features.RowColumns(example);
            ReadOnlySpan<float> values = features.RowValues(example);
            Vector256<float> active = SparseOps.Mask(activeBits), isPositive = SparseOps.Mask(_block.PositiveBits[example]);
            Vector256<float> sign = Vector256.ConditionalSelect(isPositive, one, -one);
            Vector256<float> diagonal = Diagonal(example);
            ref float alphaStart = ref _alphas[example * Lanes];
            Vector256<float> alpha = Vector256.LoadUnsafe(ref alphaStart);

            Vector256<float> score = SparseOps.Dot(columns, values, weights) + Vector256.LoadUnsafe(ref bias);
            Vector256<float> gradient = sign * score - one + diagonal * alpha;
            Vector256<float> atZero = Vector256.Equals(alpha, zero);
            Vector256<float> shrinks = active & atZero & Vector256.GreaterThan(gradient, _largestBefore);
            _activeBits[example] &= (byte)~Vector256.ExtractMostSignificantBits(shrinks);
            active = Vector256.AndNot(active, shrinks);

            Vector256<float> projected = Vector256.ConditionalSelect(atZero, Vector256.Min(gradient, zero), gradient);
            largest = Vector256.ConditionalSelect(active, Vector256.Max(largest, projected), largest);
            smallest = Vector256.ConditionalSelect(active, Vector256.Min(smallest, projected), smallest);
            Vector256<float> next = Vector256.Max(alpha - gradient / (SquaredNorm(example, columns, values) + diagonal), zero);
            next = Vector256.ConditionalSelect(active, next, alpha);
            Vector256<float> step = (next - alpha) * sign;
            if (Vector256.EqualsAll(step, zero)) continue;
            next.StoreUnsafe(ref alphaStart);
            (Vector256.LoadUnsafe(ref bias) + step).StoreUnsafe(ref bias);
            if (_block.Scales is null) SparseOps.Axpy(columns, values, step, weights);
            else SparseOps.AxpyScaled(columns, values, step, _block.Scales, weights);
        }
        return (largest, smallest);
    }

    private Vector256<float> Diagonal(int example)
    {
        Vector256<float> diagonal = Vector256.ConditionalSelect(SparseOps.Mask(_block.PositiveBits[example]), _positiveDiagonal, _negativeDiagonal);
        return _problem.ExampleWeights is { } weights ? diagonal / Vector256.Create(weights[example]) : diagonal;
    }

    private Vector256<float> SquaredNorm(int example, ReadOnlySpan<int> columns, ReadOnlySpan<float> values) =>
        _block.Scales is null ? Vector256.Create(_squaredNorms[example]) : SparseOps.ScaledSquaredNorm(columns, values, _block.Scales) + Vector256<float>.One;

    /// <summary>
    /// Applies LIBLINEAR's stopping rule to every open lane and returns the largest violation. A lane that looks converged on what it
    /// still looked at goes over all examples once more; if that pass agrees, it is done.
    /// </summary>
    private float CloseLanes(Vector256<float> largest, Vector256<float> smallest)
    {
        float violation = 0;
        Span<float> largestBefore = stackalloc float[Lanes];
        _largestBefore.CopyTo(largestBefore);
        for (int lane = 0; lane < _block.Count; lane++)
        {
            byte bit = (byte)(1 << lane);
            if ((_openLanes & bit) == 0) continue;
            float difference = largest[lane] - smallest[lane];
            // A lane that shrank everything away has infinities here and looks at all examples again.
            bool small = !(difference > _options.Tolerance);
            if (small && (_wholeLanes & bit) != 0)
            {
                _openLanes &= (byte)~bit;
                continue;
            }
            violation = Math.Max(violation, float.IsFinite(difference) ? difference : 0);
            largestBefore[lane] = small || largest[lane] <= 0 ? float.PositiveInfinity : largest[lane];
            if (small) Reopen(bit);
            else _wholeLanes &= (byte)~bit;
        }
        _largestBefore = Vector256.Create<float>(largestBefore);
        return violation;
    }

    private void Reopen(byte bit)
    {
        _wholeLanes |= bit;
        foreach (ref byte active in _activeBits.AsSpan()) active |= bit;
    }
}
