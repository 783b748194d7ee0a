namespace TopicModel.Training.Trainers;

/// <summary>
/// Up to <see cref="SparseOps.Lanes"/> labels that are trained side by side by one thread: their weights, laid out lane by lane.
/// Lanes never touch each other, so how labels are dealt to blocks does not change what is learned.
/// </summary>
internal sealed class LabelBlock
{
    private readonly TrainingProblem _problem;

    private LabelBlock(TrainingProblem problem, int firstLabel, int count)
    {
        (_problem, FirstLabel, Count) = (problem, firstLabel, count);
        Weights = new float[checked((problem.Features.ColumnCount + 1) * SparseOps.Lanes)];
        PositiveBits = new byte[problem.Labels.Count];
        for (int row = 0; row < PositiveBits.Length; row++)
            foreach (int label in problem.Labels[row])
                if (label >= firstLabel && label < firstLabel + count) PositiveBits[row] |= (byte)(1 << (label - firstLabel));
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

    /// <summary>Copies the weights of the block's lanes to [feature * labels + label] and their biases to [label].</summary>
    public void CopyTo(float[] weights, float[] biases)
    {
        int labels = biases.Length, features = _problem.Features.ColumnCount;
        for (int feature = 0; feature < features; feature++)
            Weights.AsSpan(feature * SparseOps.Lanes, Count).CopyTo(weights.AsSpan(feature * labels + FirstLabel));
        Weights.AsSpan(features * SparseOps.Lanes, Count).CopyTo(biases.AsSpan(FirstLabel));
    }

    private float[] CopyScales(float[] scales)
    {
        int labels = _problem.Labels.LabelCount, features = _problem.Features.ColumnCount;
        var copy = new float[features * SparseOps.Lanes];
        for (int feature = 0; feature < features; feature++)
            scales.AsSpan(feature * labels + FirstLabel, Count).CopyTo(copy.AsSpan(feature * SparseOps.Lanes));
        return copy;
    }
}
