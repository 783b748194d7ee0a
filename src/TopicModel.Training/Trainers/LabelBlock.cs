using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Up to <see cref="SparseOps.Lanes"/> labels that are trained side by side by one thread: their weights, laid out lane by lane.
/// Lanes never touch each other, so how labels are dealt to blocks does not change what is learned.
/// </summary>
internal sealed class LabelBlock
{
    private readonly TrainingProblem _problem;

    /// <summary>[example] -> squared length of its vector and the 1 of the bias, without scales.</summary>
    private readonly float[] _squaredNorms;

    private LabelBlock(TrainingProblem problem, int firstLabel, int count)
    {
        (_problem, FirstLabel, Count) = (problem, firstLabel, count);
        Weights = new float[checked((problem.Features.ColumnCount + 1) * SparseOps.Lanes)];
        PositiveBits = new byte[problem.Labels.Count];
        for (int row = 0; row < PositiveBits.Length; row++)
            foreach (int label in problem.Labels[row])
                if (label >= firstLabel && label < firstLabel + count) PositiveBits[row] |= (byte)(1 << (label - firstLabel));
        _squaredNorms = new float[problem.Features.RowCount];
        for (int row = 0; row < _squaredNorms.Length; row++) _squaredNorms[row] = SparseOps.SquaredNorm(problem.Features.RowValues(row)) + 1;
        Scales = problem.FeatureScales is null ? null : CopyScales(problem.FeatureScales);
    }

    /// <summary>Label of lane 0.</summary>
    public int FirstLabel { get; }

    /// <summary>Lanes in use.</summary>
    public int Count { get; }

    /// <summary>[feature * Lanes + lane]; the last row is the bias.</summary>
    public float[] Weights { get; }

    /// <summary>[example] -> a bit for every lane whose label it has.</summary>
    public byte[] PositiveBits { get; }

    /// <summary>[feature * Lanes + lane] -> factor on the feature's values, or null for 1 everywhere.</summary>
    public float[]? Scales { get; }

    /// <summary>Deals the labels to blocks, as evenly as the threads can use.</summary>
    public static LabelBlock[] Split(TrainingProblem problem, int threads)
    {
        int labels = problem.Labels.LabelCount;
        int blocks = (labels + SparseOps.Lanes - 1) / SparseOps.Lanes;
        // A few labels more a block cost little, an idle thread much: 20 labels on 2 threads are 4 blocks of 5.
        if (labels >= 4) blocks = (blocks + threads - 1) / threads * threads;
        blocks = Math.Min(blocks, labels);
        return [.. Enumerable.Range(0, blocks).Select(i => new LabelBlock(problem, i * labels / blocks, (i + 1) * labels / blocks - i * labels / blocks))];
    }

    /// <summary>The weight of an example in each lane's problem, as positive and as negative example; lanes not in use have 1.</summary>
    public (float[] Positive, float[] Negative) LaneWeights()
    {
        var positive = new float[SparseOps.Lanes];
        var negative = new float[SparseOps.Lanes];
        for (int lane = 0; lane < SparseOps.Lanes; lane++)
        {
            positive[lane] = lane < Count ? _problem.PositiveWeights?[FirstLabel + lane] ?? 1 : 1;
            negative[lane] = lane < Count ? _problem.NegativeWeights?[FirstLabel + lane] ?? 1 : 1;
        }
        return (positive, negative);
    }

    /// <summary>The model of all blocks and how the training ended.</summary>
    public static TrainingResult ToResult(TrainingProblem problem, LabelBlock[] blocks, double objective, int iterations, bool converged)
    {
        int labels = problem.Labels.LabelCount;
        var weights = new float[checked(problem.Features.ColumnCount * labels)];
        var biases = new float[labels];
        foreach (LabelBlock block in blocks) CopyLanes(block.Weights, block.FirstLabel, block.Count, weights, biases);
        return new TrainingResult(weights, biases, objective, iterations, converged);
    }

    /// <summary>
    /// Copies lanes ([feature * Lanes + lane], the biases as last row) to the weights [feature * labels + label] and biases [label] of
    /// the labels from <paramref name="firstLabel"/>.
    /// </summary>
    public static void CopyLanes(ReadOnlySpan<float> lanes, int firstLabel, int count, float[] weights, float[] biases)
    {
        int labels = biases.Length, features = weights.Length / labels;
        for (int feature = 0; feature < features; feature++)
            lanes.Slice(feature * SparseOps.Lanes, count).CopyTo(weights.AsSpan(feature * labels + firstLabel));
        lanes.Slice(features * SparseOps.Lanes, count).CopyTo(biases.AsSpan(firstLabel));
    }

    /// <summary>The score of an example in each lane, bias included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Score(int example) =>
        SparseOps.Dot(_problem.Features.RowColumns(example), _problem.Features.RowValues(example), Weights) + Vector256.Create(Weights, BiasStart);

    /// <summary>Adds the example's vector times <paramref name="step"/> to weights and biases laid out as <see cref="Weights"/>; squared scales are applied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int example, Vector256<float> step, float[] weights)
    {
        ReadOnlySpan<int> columns = _problem.Features.RowColumns(example);
        ReadOnlySpan<float> values = _problem.Features.RowValues(example);
        (Vector256.Create(weights, BiasStart) + step).CopyTo(weights, BiasStart);
        if (Scales is null) SparseOps.Axpy(columns, values, step, weights);
        else SparseOps.AxpyScaled(columns, values, step, Scales, weights);
    }

    /// <summary>Squared length of the example's scaled vector and the 1 of the bias, in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> SquaredNorm(int example) => Scales is null
        ? Vector256.Create(_squaredNorms[example])
        : SparseOps.ScaledSquaredNorm(_problem.Features.RowColumns(example), _problem.Features.RowValues(example), Scales) + Vector256<float>.One;

    /// <summary>Squared length of a lane's weights for scaled values, bias included.</summary>
    public double SquaredWeightNorm(int lane)
    {
        double sum = 0;
        for (int i = lane; i < Weights.Length; i += SparseOps.Lanes)
        {
            if (Weights[i] == 0) continue;
            double weight = Scales is not null && i < Scales.Length ? Weights[i] / (double)Scales[i] : Weights[i];
            sum += weight * weight;
        }
        return sum;
    }

    private int BiasStart => _problem.Features.ColumnCount * SparseOps.Lanes;

    private float[] CopyScales(float[] scales)
    {
        int labels = _problem.Labels.LabelCount, features = _problem.Features.ColumnCount;
        var copy = new float[features * SparseOps.Lanes];
        for (int feature = 0; feature < features; feature++)
            scales.AsSpan(feature * labels + FirstLabel, Count).CopyTo(copy.AsSpan(feature * SparseOps.Lanes));
        return copy;
    }
}
