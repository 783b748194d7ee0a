using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Dual coordinate descent for the labels of one block. For an example i of one lane, with D = 1 / (2 C cᵢ) and Q = ‖xᵢ‖² + D, the
/// gradient is G = y w·x − 1 + D α; the step sets α to max(0, α − ω G / Q) and adds y Δα x to w. An example with α = 0 whose gradient
/// is above the largest of the pass before is left out of the lane's next passes (shrinking), until the rest has converged.
/// </summary>
internal sealed class SvmBlockSolver : IBlockSolver
{
    private const int Lanes = SparseOps.Lanes;

    /// <summary>
    /// ω, the over-relaxation (Mangasarian &amp; Musicant 1999; 1 is LIBLINEAR's step, any between 0 and 2 converges). All examples share
    /// the bias, so others soon undo most of what a step does to it, and a step that allows for it in full falls short. Passes to the same
    /// optimum with 1 -> 1.4: 20ng 23 -> 16, vnews 22 -> 17, r8 24 -> 18, vsfc 26 -> 20 (2026-11-29); 1.6 is no better.
    /// </summary>
    private const float Relaxation = 1.4f;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock _block;
    private readonly LinearSvmOptions _options;

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

    /// <param name="problem">Its labels in the block are trained one against the rest.</param>
    /// <param name="block">Of some of its labels; the weights are left there.</param>
    /// <param name="options">Valid options.</param>
    public SvmBlockSolver(TrainingProblem problem, LabelBlock block, LinearSvmOptions options)
    {
        (_problem, _block, _options) = (problem, block, options);
        int examples = problem.Features.RowCount;
        _alphas = new float[examples * Lanes];
        _openLanes = _wholeLanes = (byte)((1 << block.Count) - 1);
        _activeBits = new byte[examples];
        Array.Fill(_activeBits, _openLanes);
        (float[] positive, float[] negative) = block.LaneWeights();
        _positiveDiagonal = Vector256.Create((float)(0.5 / options.C)) / Vector256.Create(positive);
        _negativeDiagonal = Vector256.Create((float)(0.5 / options.C)) / Vector256.Create(negative);
    }

    /// <inheritdoc/>
    public int Iterations { get; private set; }

    /// <inheritdoc/>
    public bool Converged => _openLanes == 0;

    /// <inheritdoc/>
    public void Solve(TrainerRun run, bool reports)
    {
        var order = new int[_problem.Features.RowCount];
        while (_openLanes != 0 && Iterations < _options.MaxIterations)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            ExampleOrder.Shuffle(order, run.Seed, Iterations);
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
            double sum = -0.5 * _block.SquaredWeightNorm(lane);
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
        Vector256<float> largest = Vector256.Create(float.NegativeInfinity), smallest = Vector256.Create(float.PositiveInfinity);
        Vector256<float> zero = Vector256<float>.Zero, one = Vector256<float>.One, relaxation = Vector256.Create(Relaxation);
        foreach (int example in order)
        {
            byte activeBits = (byte)(_activeBits[example] & _openLanes);
            if (activeBits == 0) continue;
            Vector256<float> active = SparseOps.Mask(activeBits), isPositive = SparseOps.Mask(_block.PositiveBits[example]);
            Vector256<float> sign = Vector256.ConditionalSelect(isPositive, one, -one);
            Vector256<float> diagonal = Diagonal(example);
            ref float alphaStart = ref _alphas[example * Lanes];
            Vector256<float> alpha = Vector256.LoadUnsafe(ref alphaStart);

            Vector256<float> score = _block.Score(example);
            Vector256<float> gradient = sign * score - one + diagonal * alpha;
            Vector256<float> atZero = Vector256.Equals(alpha, zero);
            Vector256<float> shrinks = active & atZero & Vector256.GreaterThan(gradient, _largestBefore);
            _activeBits[example] &= (byte)~Vector256.ExtractMostSignificantBits(shrinks);
            active = Vector256.AndNot(active, shrinks);

            Vector256<float> projected = Vector256.ConditionalSelect(atZero, Vector256.Min(gradient, zero), gradient);
            largest = Vector256.ConditionalSelect(active, Vector256.Max(largest, projected), largest);
            smallest = Vector256.ConditionalSelect(active, Vector256.Min(smallest, projected), smallest);
            Vector256<float> next = Vector256.Max(alpha - relaxation * gradient / (_block.SquaredNorm(example) + diagonal), zero);
            next = Vector256.ConditionalSelect(active, next, alpha);
            Vector256<float> step = (next - alpha) * sign;
            if (Vector256.EqualsAll(step, zero)) continue;
            next.StoreUnsafe(ref alphaStart);
            _block.Add(example, step, _block.Weights);
        }
        return (largest, smallest);
    }

    private Vector256<float> Diagonal(int example)
    {
        Vector256<float> diagonal = Vector256.ConditionalSelect(SparseOps.Mask(_block.PositiveBits[example]), _positiveDiagonal, _negativeDiagonal);
        return _problem.ExampleWeights is { } weights ? diagonal / Vector256.Create(weights[example]) : diagonal;
    }

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
