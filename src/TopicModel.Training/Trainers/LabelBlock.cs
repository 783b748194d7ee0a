using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Some labels, no more than there are lanes, that are trained side by side by one thread: their weights, laid out lane by lane.
/// Lanes never touch each other, so how labels are dealt to blocks does not change what is learned.
/// </summary>
internal sealed class LabelBlock
{
    private readonly TrainingProblem _problem;
    private readonly LaneRows _weights;

    /// <summary>[example] -> squared length of its vector and the 1 of the bias, without scales.</summary>
    private readonly float[] _squaredNorms;

    private LabelBlock(TrainingProblem problem, float[] squaredNorms, int lanes, int firstLabel, int count)
    {
        (_problem, _squaredNorms, Lanes, FirstLabel, Count) = (problem, squaredNorms, lanes, firstLabel, count);
        _weights = new LaneRows(checked((problem.Features.ColumnCount + 1) * lanes));
        PositiveBits = new ushort[problem.Labels.Count];
        for (int row = 0; row < PositiveBits.Length; row++)
            foreach (int label in problem.Labels[row])
                if (label >= firstLabel && label < firstLabel + count) PositiveBits[row] |= (ushort)(1 << (label - firstLabel));
        Scales = problem.FeatureScales is null ? null : CopyScales(problem.FeatureScales);
    }

    /// <summary>Lanes that a row of the weights has: 8 or 16.</summary>
    public int Lanes { get; }

    /// <summary>Label of lane 0.</summary>
    public int FirstLabel { get; }

    /// <summary>Lanes in use.</summary>
    public int Count { get; }

    /// <summary>[feature * Lanes + lane]; the last row is the bias.</summary>
    public Span<float> Weights => _weights.Values;

    /// <summary>[example] -> a bit for every lane whose label it has.</summary>
    public ushort[] PositiveBits { get; }

    /// <summary>[feature * Lanes + lane] -> factor on the feature's values, or null for 1 everywhere.</summary>
    public float[]? Scales { get; }

    /// <summary>Deals the labels to blocks, as evenly as the threads can use.</summary>
    /// <param name="problem">Its labels are dealt out.</param>
    /// <param name="threads">Threads that will train the blocks.</param>
    /// <param name="mostLanes">8, or 16 for a solver that can train so many: used where a thread has more than eight labels.</param>
    public static LabelBlock[] Split(TrainingProblem problem, int threads, int mostLanes = SparseOps.Lanes)
    {
        int labels = problem.Labels.LabelCount, lanes = labels > SparseOps.Lanes * threads ? mostLanes : SparseOps.Lanes;
        int blocks = (labels + lanes - 1) / lanes;
        // A few labels more a block cost little, an idle thread much: 20 labels on 3 threads are 3 blocks of 6 or 7.
        if (labels >= 4) blocks = (blocks + threads - 1) / threads * threads;
        blocks = Math.Min(blocks, labels);
        float[] squaredNorms = SquaredNorms(problem.Features, threads);
        var split = new LabelBlock[blocks];
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            split[i] = new LabelBlock(problem, squaredNorms, lanes, i * labels / blocks, (i + 1) * labels / blocks - i * labels / blocks));
        return split;
    }

    /// <summary>The weight of an example in each lane's problem, as positive and as negative example; lanes not in use have 1.</summary>
    public (float[] Positive, float[] Negative) LaneWeights()
    {
        var positive = new float[Lanes];
        var negative = new float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            positive[lane] = lane < Count ? _problem.PositiveWeights?[FirstLabel + lane] ?? 1 : 1;
            negative[lane] = lane < Count ? _problem.NegativeWeights?[FirstLabel + lane] ?? 1 : 1;
        }
        return (positive, negative);
    }

    /// <summary>The model of all blocks and how the training ended.</summary>
    public static TrainingResult ToResult(TrainingProblem problem, LabelBlock[] blocks, double objective, int iterations, bool converged, int threads)
    {
        int labels = problem.Labels.LabelCount;
        var weights = new float[checked(problem.Features.ColumnCount * labels)];
        var biases = new float[labels];
        // Shared out by features, not by blocks: threads that write the same lines of the cache by turns wait for each other.
        Parallel.For(0, RowChunks.Count(problem.Features.ColumnCount), new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
        {
            (int first, int end) = RowChunks.Rows(chunk, problem.Features.ColumnCount);
            foreach (LabelBlock block in blocks)
                CopyLanes(block.Weights[(first * block.Lanes)..(end * block.Lanes)], block.Lanes, block.Count, weights.AsSpan(first * labels + block.FirstLabel), labels);
        });
        foreach (LabelBlock block in blocks) block.Weights.Slice(block.BiasStart, block.Count).CopyTo(biases.AsSpan(block.FirstLabel));
        return new TrainingResult(weights, biases, objective, iterations, converged);
    }

    /// <summary>Copies the first lanes of rows, [feature * lanes + lane], to <paramref name="weights"/>, [feature * labels + label], which begins with the label of lane 0.</summary>
    public static void CopyLanes(ReadOnlySpan<float> rows, int lanes, int count, Span<float> weights, int labels)
    {
        for (int row = 0, target = 0; row < rows.Length; row += lanes, target += labels) rows.Slice(row, count).CopyTo(weights[target..]);
    }

    /// <summary>The score of an example in each lane, bias included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Score<T>(int example) where T : struct, ILanes<T> =>
        SparseOps.Dot<T>(_problem.Features.RowColumns(example), _problem.Features.RowValues(example), Weights) + T.Load(ref Weights[BiasStart], 0);

    /// <summary>Adds the example's vector times <paramref name="step"/> to weights and biases laid out as <see cref="Weights"/>; squared scales are applied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<T>(int example, T step, Span<float> weights) where T : struct, ILanes<T>
    {
        ReadOnlySpan<int> columns = _problem.Features.RowColumns(example);
        ReadOnlySpan<float> values = _problem.Features.RowValues(example);
        ref float bias = ref weights[BiasStart];
        (T.Load(ref bias, 0) + step).Store(ref bias, 0);
        if (Scales is null) SparseOps.Axpy(columns, values, step, weights);
        else SparseOps.AxpyScaled(columns, values, step, Scales, weights);
    }

    /// <summary>Squared length of the example's scaled vector and the 1 of the bias, in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T SquaredNorm<T>(int example) where T : struct, ILanes<T> => Scales is null
        ? T.Create(_squaredNorms[example])
        : SparseOps.ScaledSquaredNorm<T>(_problem.Features.RowColumns(example), _problem.Features.RowValues(example), Scales) + T.Create(1);

    /// <summary>[lane] -> squared length of its weights for scaled values, bias included. Eight lanes at a time: lane by lane it took 26 ms for 20ng, a tenth of its screening (2026-11-29).</summary>
    public double[] SquaredWeightNorms()
    {
        var sums = new double[Lanes];
        for (int lane = 0; lane < Lanes; lane += Vector256<float>.Count) SumSquares(lane, sums.AsSpan(lane));
        return sums;
    }

    private void SumSquares(int firstLane, Span<double> sums)
    {
        ReadOnlySpan<float> weights = Weights;
        Vector256<double> low = default, high = default;
        for (int start = firstLane; start < weights.Length; start += Lanes)
        {
            Vector256<float> scale = Scales is not null && start < Scales.Length ? Vector256.LoadUnsafe(ref Scales[start]) : Vector256<float>.One;
            (Vector256<double> lowWeight, Vector256<double> highWeight) = Vector256.Widen(Vector256.LoadUnsafe(in weights[start]));
            (Vector256<double> lowScale, Vector256<double> highScale) = Vector256.Widen(scale);
            low += Square(lowWeight, lowScale);
            high += Square(highWeight, highScale);
        }
        low.CopyTo(sums);
        high.CopyTo(sums[Vector256<double>.Count..]);
    }

    /// <summary>(weight / scale)², 0 where the weight is 0.</summary>
    private static Vector256<double> Square(Vector256<double> weight, Vector256<double> scale)
    {
        Vector256<double> own = Vector256.ConditionalSelect(Vector256.Equals(weight, Vector256<double>.Zero), weight, weight / scale);
        return own * own;
    }

    private static float[] SquaredNorms(SparseMatrix features, int threads)
    {
        var norms = new float[features.RowCount];
        Parallel.For(0, RowChunks.Count(norms.Length), new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
        {
            (int first, int end) = RowChunks.Rows(chunk, norms.Length);
            for (int row = first; row < end; row++) norms[row] = SparseOps.SquaredNorm(features.RowValues(row)) + 1;
        });
        return norms;
    }

    private int BiasStart => _problem.Features.ColumnCount * Lanes;

    private float[] CopyScales(float[] scales)
    {
        int labels = _problem.Labels.LabelCount, features = _problem.Features.ColumnCount;
        var copy = new float[features * Lanes];
        for (int feature = 0; feature < features; feature++)
            scales.AsSpan(feature * labels + FirstLabel, Count).CopyTo(copy.AsSpan(feature * Lanes));
        return copy;
    }
}
