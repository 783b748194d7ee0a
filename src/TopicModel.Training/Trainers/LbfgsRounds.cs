namespace TopicModel.Training.Trainers;

/// <summary>
/// Runs the minimizers of one problem in step: each iteration makes one kernel product for all that still need one, eight labels at a
/// time, and then lets every minimizer take its step. A minimizer's numbers do not depend on which others run beside it.
/// </summary>
internal sealed class LbfgsRounds
{
    private const int Lanes = SparseOps.Lanes;

    private readonly TrainingProblem _problem;
    private readonly KernelProduct _kernel;
    private readonly ParallelOptions _parallel;

    /// <summary>[example * Lanes + lane], of the labels at hand.</summary>
    private readonly float[] _duals, _scores;

    /// <param name="problem">Whose labels are minimized for.</param>
    /// <param name="minimizers">One for all labels, or one for each label, in order.</param>
    /// <param name="kernel">Of the problem.</param>
    /// <param name="run">Its threads and cancellation are used.</param>
    public LbfgsRounds(TrainingProblem problem, LbfgsMinimizer[] minimizers, KernelProduct kernel, TrainerRun run)
    {
        (_problem, Minimizers, _kernel) = (problem, minimizers, kernel);
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        _duals = new float[checked(problem.Features.RowCount * Lanes)];
        _scores = new float[_duals.Length];
    }

    /// <summary>As given.</summary>
    public LbfgsMinimizer[] Minimizers { get; }

    /// <summary>Whether any minimizer can go on.</summary>
    public bool IsOpen => Minimizers.Any(minimizer => !minimizer.IsClosed);

    /// <summary>One iteration of every minimizer that is open; returns the largest violation among them.</summary>
    public double Advance()
    {
        for (int first = 0; first < _problem.Labels.LabelCount; first += Lanes) MultiplyGradients(first);
        LbfgsMinimizer[] open = [.. Minimizers.Where(minimizer => !minimizer.IsClosed)];
        Parallel.ForEach(open, _parallel, minimizer => minimizer.Step());
        return open.Max(minimizer => minimizer.Violation);
    }

    /// <summary>Weights [feature * labels + label] and biases [label] of the points reached.</summary>
    public (float[] Weights, float[] Biases) Model()
    {
        int labels = _problem.Labels.LabelCount;
        var weights = new float[checked(_problem.Features.ColumnCount * labels)];
        var biases = new float[labels];
        for (int first = 0; first < labels; first += Lanes)
        {
            int count = LaneCount(first);
            for (int lane = 0; lane < count; lane++)
            {
                (LbfgsMinimizer minimizer, int offset) = Find(first + lane);
                GatherDuals(minimizer.Point, offset, lane);
            }
            Span<float> lanes = _kernel.ComputeWeights(first, _duals);
            for (int lane = 0; lane < count; lane++)
            {
                (LbfgsMinimizer minimizer, int offset) = Find(first + lane);
                lanes[^(Lanes - lane)] = (float)minimizer.Bias(offset);
            }
            LabelBlock.CopyLanes(lanes[..^Lanes], Lanes, count, weights.AsSpan(first), labels);
            lanes.Slice(lanes.Length - Lanes, count).CopyTo(biases.AsSpan(first));
        }
        return (weights, biases);
    }

    private void MultiplyGradients(int first)
    {
        int count = LaneCount(first);
        if (Enumerable.Range(first, count).All(label => Find(label).Minimizer.IsClosed)) return;
        for (int lane = 0; lane < count; lane++)
        {
            (LbfgsMinimizer minimizer, int offset) = Find(first + lane);
            GatherDuals(minimizer.Gradient, offset, lane);
        }
        _kernel.Multiply(first, _duals, _scores);
        for (int lane = 0; lane < count; lane++)
        {
            (LbfgsMinimizer minimizer, int offset) = Find(first + lane);
            double[] scores = minimizer.Gradient.Scores;
            int labels = minimizer.Gradient.Biases.Length;
            for (int i = 0; i < _problem.Features.RowCount; i++) scores[i * labels + offset] = _scores[i * Lanes + lane];
        }
    }

    private void GatherDuals(DualVector vector, int offset, int lane)
    {
        int labels = vector.Biases.Length;
        for (int i = 0; i < _problem.Features.RowCount; i++) _duals[i * Lanes + lane] = (float)vector.Duals[i * labels + offset];
    }

    private int LaneCount(int first) => Math.Min(Lanes, _problem.Labels.LabelCount - first);

    /// <summary>The minimizer that a label belongs to, and which of its labels it is.</summary>
    private (LbfgsMinimizer Minimizer, int Offset) Find(int label) => Minimizers.Length == 1 ? (Minimizers[0], label) : (Minimizers[label], 0);
}
