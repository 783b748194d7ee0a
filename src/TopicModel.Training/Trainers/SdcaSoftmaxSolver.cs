using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Dual coordinate ascent for exclusive labels. The dual variables of an example are probabilities β of its labels; the weights are
/// wₖ = C Σ cᵢ ([label of i is k] − βᵢₖ) xᵢ. The duality gap is C Σ cᵢ KL(βᵢ ‖ softmax of the scores of i).
/// </summary>
internal sealed class SdcaSoftmaxSolver
{
    private const int Lanes = SparseOps.Lanes;

    /// <summary>Examples whose gap is measured at a time; their partial sums are added in order.</summary>
    private const int ExamplesAtATime = 256;

    /// <summary>Examples between two looks at the cancellation.</summary>
    private const int ExamplesBetweenChecks = 1024;

    /// <summary>ln of the dual probability, at first, of labels that an example has not: as good as 0, which has no logarithm.</summary>
    private const double LogOfNearlyZero = -50;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock[] _blocks;
    private readonly SdcaMaximumEntropyOptions _options;
    private readonly double[] _costs;
    private readonly SoftmaxDualStep _step;
    private readonly int _rowLength;

    /// <summary>[example * row length + label / 4], ln β.</summary>
    private readonly Vector256<double>[] _logs;

    /// <summary>[label / 4], of the example at hand.</summary>
    private readonly Vector256<double>[] _scores, _curvatures, _rises;

    /// <param name="problem">With exclusive labels.</param>
    /// <param name="blocks">Of all its labels; the weights are left there.</param>
    /// <param name="options">Valid options.</param>
    public SdcaSoftmaxSolver(TrainingProblem problem, LabelBlock[] blocks, SdcaMaximumEntropyOptions options)
    {
        (_problem, _blocks, _options, _costs) = (problem, blocks, options, ExampleCosts.OfExclusive(problem, options.C));
        int labels = problem.Labels.LabelCount;
        (_step, _rowLength) = (new SoftmaxDualStep(labels), SoftmaxDualStep.RowLength(labels));
        (_scores, _curvatures, _rises) = (NewRow(), NewRow(), NewRow());
        _logs = new Vector256<double>[checked(_rowLength * _costs.Length)];
        for (int example = 0; example < _costs.Length; example++)
        {
            Span<double> logs = Doubles(Logs(example));
            logs[..labels].Fill(LogOfNearlyZero);
            logs[labels..].Fill(SoftmaxDualStep.Padding);
            logs[problem.Labels[example][0]] = 0;
        }
    }

    /// <summary>Passes over the data.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether the stopping rule was met.</summary>
    public bool Converged { get; private set; }

    /// <summary>Value of the objective when it was last measured.</summary>
    public double Objective { get; private set; }

    /// <summary>Ascends until the gap is small enough or the passes are used up.</summary>
    public void Solve(TrainerRun run)
    {
        var order = new int[_costs.Length];
        while (!Converged && Iterations < _options.MaxIterations)
        {
            ExampleOrder.Shuffle(order, run.Seed, Iterations);
            double gap = Pass(order, run.CancellationToken);
            Iterations++;
            // What the examples showed on the way is close to the gap and free; only what looks converged is worth measuring.
            if (Iterations == 1 || gap <= _options.Tolerance * Objective || Iterations == _options.MaxIterations) gap = Measure(run);
            Converged = gap <= _options.Tolerance * Objective;
            run.Progress?.Report(new TrainerProgress(Iterations, _options.MaxIterations, gap == 0 ? 0 : gap / Objective));
        }
    }

    /// <summary>One pass in the given order; returns the sum of the examples' shares in the gap, each just before its own step.</summary>
    private double Pass(int[] order, CancellationToken cancellationToken)
    {
        double gap = 0;
        for (int i = 0; i < order.Length; i++)
        {
            if (i % ExamplesBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            int example = order[i];
            Score(example, _scores);
            Span<Vector256<double>> logs = Logs(example);
            double logSum = SoftmaxDualStep.LogSum(_scores);
            gap += _costs[example] * SoftmaxDualStep.Divergence(_scores, logSum, logs);
            SetCurvatures(example);
            _step.Solve(_scores, logSum, _curvatures, logs, _rises);
            AddToWeights(example);
        }
        return gap;
    }

    private void Score(int example, Span<Vector256<double>> target)
    {
        Span<double> scores = Doubles(target);
        scores.Fill(SoftmaxDualStep.Padding);
        foreach (LabelBlock block in _blocks)
        {
            Lanes8 lanes = block.Score<Lanes8>(example);
            for (int lane = 0; lane < block.Count; lane++) scores[block.FirstLabel + lane] = lanes[lane];
        }
    }

    private void SetCurvatures(int example)
    {
        Span<double> curvatures = Doubles(_curvatures);
        foreach (LabelBlock block in _blocks)
        {
            Lanes8 norms = block.SquaredNorm<Lanes8>(example);
            for (int lane = 0; lane < block.Count; lane++) curvatures[block.FirstLabel + lane] = _costs[example] * norms[lane];
        }
    }

    private void AddToWeights(int example)
    {
        Span<double> rises = Doubles(_rises);
        Span<float> steps = stackalloc float[Lanes];
        foreach (LabelBlock block in _blocks)
        {
            steps.Clear();
            for (int lane = 0; lane < block.Count; lane++) steps[lane] = (float)(-_costs[example] * rises[block.FirstLabel + lane]);
            block.Add(example, Lanes8.Load(ref steps[0], 0), block.Weights);
        }
    }

    /// <summary>Computes the objective and returns the duality gap.</summary>
    private double Measure(TrainerRun run)
    {
        int parts = (_costs.Length + ExamplesAtATime - 1) / ExamplesAtATime;
        var losses = new double[parts];
        var gaps = new double[parts];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        Parallel.For(0, parts, parallel, part => (losses[part], gaps[part]) = MeasurePart(part * ExamplesAtATime));
        Objective = losses.Sum() + _blocks.Sum(block => 0.5 * block.SquaredWeightNorms().Take(block.Count).Sum());
        return gaps.Sum();
    }

    private (double Loss, double Gap) MeasurePart(int first)
    {
        Vector256<double>[] scores = NewRow();
        double loss = 0, gap = 0;
        for (int example = first; example < Math.Min(_costs.Length, first + ExamplesAtATime); example++)
        {
            Score(example, scores);
            double logSum = SoftmaxDualStep.LogSum(scores);
            loss += _costs[example] * (logSum - Doubles(scores)[_problem.Labels[example][0]]);
            gap += _costs[example] * SoftmaxDualStep.Divergence(scores, logSum, Logs(example));
        }
        return (loss, gap);
    }

    private Vector256<double>[] NewRow() => new Vector256<double>[_rowLength];

    private Span<Vector256<double>> Logs(int example) => _logs.AsSpan(example * _rowLength, _rowLength);

    private static Span<double> Doubles(Span<Vector256<double>> vectors) => MemoryMarshal.Cast<Vector256<double>, double>(vectors);
}
