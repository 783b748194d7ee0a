using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Dual coordinate descent for the labels of one block. For an example i of one lane, with D = 1 / (2 C cᵢ) and Q = ‖xᵢ‖² + D, the
/// gradient is G = y w·x − 1 + D α; the step sets α to max(0, α − ω G / Q) and adds y Δα x to w. An example with α = 0 whose gradient
/// is above the largest of the pass before is left out of the lane's next passes (shrinking), until the rest has converged.
/// </summary>
/// <typeparam name="T">As many lanes as the block has. One block of sixteen lanes instead of two of eight: a pass over 20ng 60 -> 46 ms (2026-11-29).</typeparam>
internal sealed class SvmBlockSolver<T> : IBlockSolver where T : struct, ILanes<T>
{
    /// <summary>
    /// ω, the over-relaxation (Mangasarian &amp; Musicant 1999; 1 is LIBLINEAR's step, any between 0 and 2 converges). All examples share
    /// the bias, so others soon undo most of what a step does to it, and a step that allows for it in full falls short. Passes to the same
    /// optimum with 1 -> 1.4: 20ng 23 -> 16, vnews 22 -> 17, r8 24 -> 18, vsfc 26 -> 20 (2026-11-29); 1.6 is no better.
    /// </summary>
    private const float Relaxation = 1.4f;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock _block;
    private readonly LinearSvmOptions _options;

    /// <summary>[example * lanes + lane], the dual variables.</summary>
    private readonly float[] _alphas;

    /// <summary>[example] -> a bit for every lane that still looks at it.</summary>
    private readonly ushort[] _activeBits;
    private readonly T _positiveDiagonal;
    private readonly T _negativeDiagonal;

    /// <summary>Lanes that have not converged.</summary>
    private ushort _openLanes;

    /// <summary>Lanes that look at all examples, to confirm that they have converged or to go on.</summary>
    private ushort _wholeLanes;
    private T _largestBefore = T.Create(float.PositiveInfinity);

    /// <param name="problem">Its labels in the block are trained one against the rest.</param>
    /// <param name="block">Of some of its labels; the weights are left there.</param>
    /// <param name="options">Valid options.</param>
    public SvmBlockSolver(TrainingProblem problem, LabelBlock block, LinearSvmOptions options)
    {
        (_problem, _block, _options) = (problem, block, options);
        int examples = problem.Features.RowCount;
        _alphas = LargeArrays.Zeros<float>(checked(examples * T.Count));
        _openLanes = _wholeLanes = (ushort)((1 << block.Count) - 1);
        _activeBits = new ushort[examples];
        Array.Fill(_activeBits, _openLanes);
        (float[] positive, float[] negative) = block.LaneWeights();
        _positiveDiagonal = T.Create((float)(0.5 / options.C)) / T.Load(ref positive[0], 0);
        _negativeDiagonal = T.Create((float)(0.5 / options.C)) / T.Load(ref negative[0], 0);
        if (problem.InitialDuals is { } duals) StartFrom(duals);
    }

    /// <inheritdoc/>
    public int Iterations { get; private set; }

    /// <inheritdoc/>
    public bool Converged => _openLanes == 0;

    /// <inheritdoc/>
    public float[] Duals => _alphas;

    /// <inheritdoc/>
    public void Solve(TrainerRun run, bool reports)
    {
        var order = new int[_problem.Features.RowCount];
        while (_openLanes != 0 && Iterations < _options.MaxIterations)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            ExampleOrder.Shuffle(order, run.Seed, Iterations);
            (T largest, T smallest) = Pass(order);
            Iterations++;
            float violation = CloseLanes(largest, smallest);
            if (reports) run.Progress?.Report(new TrainerProgress(Iterations, _options.MaxIterations, violation));
        }
    }

    /// <summary>[lane in use] -> the dual objective with the sign of the primal.</summary>
    public IEnumerable<double> Objectives()
    {
        double[] sums = [.. _block.SquaredWeightNorms().Take(_block.Count).Select(norm => -0.5 * norm)];
        var diagonals = new float[T.Count];
        for (int example = 0; example < _activeBits.Length; example++)
        {
            Diagonal(example).Store(ref diagonals[0], 0);
            for (int lane = 0; lane < sums.Length; lane++)
            {
                double alpha = _alphas[example * T.Count + lane];
                sums[lane] += alpha - 0.5 * alpha * alpha * diagonals[lane];
            }
        }
        return sums;
    }

    /// <summary>
    /// One pass in the given order; returns the largest and smallest projected gradient of every lane. The innermost loops of training
    /// by far, so everything a step needs stays in vector registers and the method is one piece.
    /// </summary>
    private (T Largest, T Smallest) Pass(int[] order)
    {
        T largest = T.Create(float.NegativeInfinity), smallest = T.Create(float.PositiveInfinity);
        T zero = default, one = T.Create(1), relaxation = T.Create(Relaxation);
        foreach (int example in order)
        {
            ushort activeBits = (ushort)(_activeBits[example] & _openLanes);
            if (activeBits == 0) continue;
            T active = T.Mask(activeBits), isPositive = T.Mask(_block.PositiveBits[example]);
            T sign = T.Select(isPositive, one, -one);
            T diagonal = Diagonal(example);
            ref float alphaStart = ref _alphas[example * T.Count];
            T alpha = T.Load(ref alphaStart, 0);

            T score = _block.Score<T>(example);
            T gradient = sign * score - one + diagonal * alpha;
            T atZero = T.AreEqual(alpha, zero);
            T shrinks = active & atZero & T.AreGreater(gradient, _largestBefore);
            _activeBits[example] &= (ushort)~shrinks.Bits();
            active = active & ~shrinks;

            T projected = T.Select(atZero, T.Min(gradient, zero), gradient);
            largest = T.Select(active, T.Max(largest, projected), largest);
            smallest = T.Select(active, T.Min(smallest, projected), smallest);
            T next = T.Max(alpha - relaxation * gradient / (_block.SquaredNorm<T>(example) + diagonal), zero);
            next = T.Select(active, next, alpha);
            T step = (next - alpha) * sign;
            if (step.AreZero()) continue;
            next.Store(ref alphaStart, 0);
            _block.Add(example, step, _block.Weights);
        }
        return (largest, smallest);
    }

    /// <summary>Takes over dual variables, [example * labels + label], and makes the weights that belong to them.</summary>
    private void StartFrom(float[] duals)
    {
        int labels = _problem.Labels.LabelCount;
        for (int example = 0; example < _activeBits.Length; example++)
        {
            duals.AsSpan(example * labels + _block.FirstLabel, _block.Count).CopyTo(_alphas.AsSpan(example * T.Count));
            T alpha = T.Load(ref _alphas[example * T.Count], 0);
            if (!alpha.AreZero()) _block.Add(example, T.Select(T.Mask(_block.PositiveBits[example]), alpha, -alpha), _block.Weights);
        }
    }

    private T Diagonal(int example)
    {
        T diagonal = T.Select(T.Mask(_block.PositiveBits[example]), _positiveDiagonal, _negativeDiagonal);
        return _problem.ExampleWeights is { } weights ? diagonal / T.Create(weights[example]) : diagonal;
    }

    /// <summary>
    /// Applies LIBLINEAR's stopping rule to every open lane and returns the largest violation. A lane that looks converged on what it
    /// still looked at goes over all examples once more; if that pass agrees, it is done.
    /// </summary>
    private float CloseLanes(T largest, T smallest)
    {
        float violation = 0;
        Span<float> largestBefore = stackalloc float[T.Count];
        _largestBefore.Store(ref largestBefore[0], 0);
        for (int lane = 0; lane < _block.Count; lane++)
        {
            ushort bit = (ushort)(1 << lane);
            if ((_openLanes & bit) == 0) continue;
            float difference = largest[lane] - smallest[lane];
            // A lane that shrank everything away has infinities here and looks at all examples again.
            bool small = !(difference > _options.Tolerance);
            if (small && (_wholeLanes & bit) != 0)
            {
                _openLanes &= (ushort)~bit;
                continue;
            }
            violation = Math.Max(violation, float.IsFinite(difference) ? difference : 0);
            largestBefore[lane] = small || largest[lane] <= 0 ? float.PositiveInfinity : largest[lane];
            if (small) Reopen(bit);
            else _wholeLanes &= (ushort)~bit;
        }
        _largestBefore = T.Load(ref largestBefore[0], 0);
        return violation;
    }

    private void Reopen(ushort bit)
    {
        _wholeLanes |= bit;
        foreach (ref ushort active in _activeBits.AsSpan()) active |= bit;
    }
}
