using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Dual coordinate ascent for the labels of one block, each a problem of its own. The dual variable of an example is the probability β
/// that it has the wrong sign; the weights are w = C Σ cᵢ yᵢ βᵢ xᵢ. The duality gap is C Σ cᵢ KL(βᵢ ‖ 1 / (1 + e^(yᵢ w·xᵢ))).
/// </summary>
internal sealed class SdcaLogisticSolver : IBlockSolver
{
    private const int Lanes = SparseOps.Lanes;

    /// <summary>A row of lanes in double precision is so many vectors.</summary>
    private const int RowLength = Lanes / VectorMath.Width;

    /// <summary>Examples between two looks at the cancellation.</summary>
    private const int ExamplesBetweenChecks = 1024;

    /// <summary>η of β at first: as good as 0.</summary>
    private const double LogitOfNearlyZero = -50;

    private readonly TrainingProblem _problem;
    private readonly LabelBlock _block;
    private readonly SdcaMaximumEntropyOptions _options;

    /// <summary>[example * RowLength + lane / 4], η = ln(β / (1 − β)).</summary>
    private readonly Vector256<double>[] _logits;

    /// <summary>[lane / 4], C times the weight of an example that has or has not the label.</summary>
    private readonly Vector256<double>[] _positiveCosts, _negativeCosts;

    /// <summary>[lane], at the last time it was measured.</summary>
    private readonly double[] _objectives = new double[Lanes];

    /// <summary>Lanes that have not converged.</summary>
    private byte _openLanes;

    /// <param name="problem">Its labels in the block are trained one against the rest.</param>
    /// <param name="block">Of some of its labels; the weights are left there.</param>
    /// <param name="options">Valid options.</param>
    public SdcaLogisticSolver(TrainingProblem problem, LabelBlock block, SdcaMaximumEntropyOptions options)
    {
        (_problem, _block, _options) = (problem, block, options);
        _openLanes = (byte)((1 << block.Count) - 1);
        _logits = new Vector256<double>[checked(problem.Features.RowCount * RowLength)];
        Array.Fill(_logits, Vector256.Create(LogitOfNearlyZero));
        (float[] positive, float[] negative) = block.LaneWeights();
        (_positiveCosts, _negativeCosts) = (Costs(positive), Costs(negative));
    }

    /// <inheritdoc/>
    public int Iterations { get; private set; }

    /// <inheritdoc/>
    public bool Converged => _openLanes == 0;

    /// <inheritdoc/>
    public IEnumerable<double> Objectives() => _objectives.Take(_block.Count);

    /// <inheritdoc/>
    public void Solve(TrainerRun run, bool reports)
    {
        var order = new int[_problem.Features.RowCount];
        while (_openLanes != 0 && Iterations < _options.MaxIterations)
        {
            ExampleOrder.Shuffle(order, run.Seed, Iterations);
            LaneSums seen = Pass(order, ascends: true, run.CancellationToken);
            Iterations++;
            double violation = CloseLanes(seen, order, run.CancellationToken);
            if (reports) run.Progress?.Report(new TrainerProgress(Iterations, _options.MaxIterations, violation));
        }
    }

    /// <summary>
    /// Goes over the examples in the given order, steps if it <paramref name="ascends"/>, and sums what they show, each just before its
    /// own step: without steps the true figures, with steps figures that are close to them near the optimum and cost nothing.
    /// </summary>
    private LaneSums Pass(int[] order, bool ascends, CancellationToken cancellationToken)
    {
        var sums = new LaneSums();
        Vector256<float> open = Lanes8.Mask(_openLanes).Vector;
        for (int i = 0; i < order.Length; i++)
        {
            if (i % ExamplesBetweenChecks == 0) cancellationToken.ThrowIfCancellationRequested();
            int example = order[i];
            Vector256<float> isPositive = Lanes8.Mask(_block.PositiveBits[example]).Vector;
            Vector256<float> sign = Vector256.ConditionalSelect(isPositive, Vector256<float>.One, -Vector256<float>.One);
            Vector256<float> margins = sign * _block.Score<Lanes8>(example).Vector, norms = _block.SquaredNorm<Lanes8>(example).Vector;
            (Vector256<double> Low, Vector256<double> High) rises = (
                Visit(example, 0, Vector256.WidenLower(isPositive.AsInt32()).AsDouble(), Vector256.WidenLower(margins), Vector256.WidenLower(norms), ascends, sums),
                Visit(example, 1, Vector256.WidenUpper(isPositive.AsInt32()).AsDouble(), Vector256.WidenUpper(margins), Vector256.WidenUpper(norms), ascends, sums));
            if (ascends) _block.Add(example, new Lanes8(sign * Vector256.Narrow(rises.Low, rises.High) & open), _block.Weights);
        }
        return sums;
    }

    /// <summary>Four lanes of an example: adds what they show to the sums; returns by how much cost * β is to rise.</summary>
    private Vector256<double> Visit(int example, int part, Vector256<double> isPositive, Vector256<double> margins, Vector256<double> norms, bool ascends, LaneSums sums)
    {
        ref Vector256<double> logits = ref _logits[example * RowLength + part];
        Vector256<double> cost = Vector256.ConditionalSelect(isPositive, _positiveCosts[part], _negativeCosts[part]);
        if (_problem.ExampleWeights is { } weights) cost *= Vector256.Create((double)weights[example]);
        Vector256<double> before = VectorMath.Sigmoid(logits), loss = VectorMath.SoftPlus(-margins);
        sums.Gaps[part] += cost * LogisticDualStep.Divergence(margins, logits);
        sums.Losses[part] += cost * loss;
        sums.SquaredNorms[part] += cost * before * margins;
        if (!ascends) return Vector256<double>.Zero;
        logits = LogisticDualStep.Solve(margins, cost * norms, logits);
        return cost * (VectorMath.Sigmoid(logits) - before);
    }

    /// <summary>Closes the lanes whose gap is small enough, and measures those that look so; returns the largest violation.</summary>
    private double CloseLanes(LaneSums seen, int[] order, CancellationToken cancellationToken)
    {
        bool isLast = Iterations == _options.MaxIterations;
        double violation = 0;
        LaneSums? measured = null;
        double[]? squaredNorms = null;
        for (int lane = 0; lane < _block.Count; lane++)
        {
            byte bit = (byte)(1 << lane);
            if ((_openLanes & bit) == 0) continue;
            double gap = seen.Gap(lane), objective = seen.Loss(lane) + 0.5 * seen.SquaredNorm(lane);
            if (isLast || gap <= _options.Tolerance * objective)
            {
                measured ??= Pass(order, ascends: false, cancellationToken);
                squaredNorms ??= _block.SquaredWeightNorms();
                gap = measured.Gap(lane);
                objective = _objectives[lane] = measured.Loss(lane) + 0.5 * squaredNorms[lane];
                if (gap <= _options.Tolerance * objective) _openLanes &= (byte)~bit;
            }
            if (gap != 0) violation = Math.Max(violation, gap / objective);
        }
        return violation;
    }

    private Vector256<double>[] Costs(float[] weights)
    {
        double[] costs = [.. weights.Select(weight => _options.C * weight)];
        return [Vector256.Create(costs, 0), Vector256.Create(costs, VectorMath.Width)];
    }

    /// <summary>What the examples of a pass showed, [lane / 4].</summary>
    private sealed class LaneSums
    {
        public Vector256<double>[] Gaps { get; } = new Vector256<double>[RowLength];

        public Vector256<double>[] Losses { get; } = new Vector256<double>[RowLength];

        /// <summary>C Σ cᵢ βᵢ times the margin, which is the squared length of the weights.</summary>
        public Vector256<double>[] SquaredNorms { get; } = new Vector256<double>[RowLength];

        public double Gap(int lane) => At(Gaps, lane);

        public double Loss(int lane) => At(Losses, lane);

        public double SquaredNorm(int lane) => At(SquaredNorms, lane);

        private static double At(Vector256<double>[] row, int lane) => row[lane / VectorMath.Width][lane % VectorMath.Width];
    }
}
