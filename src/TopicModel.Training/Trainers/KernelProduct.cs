using System.Runtime.Intrinsics;
using TopicModel.Training.Data;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Products with the kernel of the examples, X S² Xᵀ: X the features, S the label's feature scales (1 without). Weights of the form
/// S² Xᵀ a with one dual variable an example are all that an L2-regularized objective needs (representer theorem), and the dual
/// variables are many times fewer than the weights. Eight labels are multiplied side by side. The threads share out rows, and every row
/// is one sum in the order of its entries, so the bits do not depend on their number.
/// </summary>
internal sealed class KernelProduct
{
    private const int Lanes = SparseOps.Lanes;

    /// <summary>Rows of a matrix that a thread takes at a time.</summary>
    private const int RowsAtATime = 256;

    private readonly TrainingProblem _problem;
    private readonly SparseMatrix _transposed;
    private readonly ParallelOptions _parallel;

    /// <summary>[feature * Lanes + lane], the weights of the product at hand; the last row is not used here.</summary>
    private readonly float[] _weights;

    /// <param name="problem">Its features and scales are used.</param>
    /// <param name="run">Its threads and cancellation are used.</param>
    public KernelProduct(TrainingProblem problem, TrainerRun run)
    {
        (_problem, _transposed) = (problem, problem.Features.Transpose());
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        _weights = new float[checked((problem.Features.ColumnCount + 1) * Lanes)];
    }

    /// <summary>
    /// Multiplies for the labels from <paramref name="firstLabel"/>: <paramref name="duals"/> and <paramref name="scores"/> are
    /// [example * Lanes + lane].
    /// </summary>
    public void Multiply(int firstLabel, float[] duals, float[] scores)
    {
        ComputeWeights(firstLabel, duals);
        MultiplyRows(_problem.Features, _weights, scores);
    }

    /// <summary>
    /// S² Xᵀ a for the labels from <paramref name="firstLabel"/>. The result is [feature * Lanes + lane], with one more row for the
    /// caller's biases, and valid until the next product.
    /// </summary>
    public Span<float> ComputeWeights(int firstLabel, float[] duals)
    {
        MultiplyRows(_transposed, duals, _weights);
        if (_problem.FeatureScales is { } scales) ApplyScales(scales, firstLabel);
        return _weights;
    }

    /// <summary>[label] -> length of the mean of the examples' scaled vectors; 1 where it is 0.</summary>
    public double[] MeanLengths()
    {
        int examples = _problem.Features.RowCount;
        var duals = new float[examples * Lanes];
        var scores = new float[duals.Length];
        Array.Fill(duals, 1f / examples);
        var lengths = new double[_problem.Labels.LabelCount];
        for (int label = 0; label < lengths.Length; label++)
        {
            int lane = label % Lanes;
            if (lane == 0) Multiply(label, duals, scores);
            double square = 0;
            for (int i = lane; i < scores.Length; i += Lanes) square += scores[i] / (double)examples;
            lengths[label] = square > 0 ? Math.Sqrt(square) : 1;
        }
        return lengths;
    }

    private void MultiplyRows(SparseMatrix matrix, float[] lanes, float[] products)
    {
        Parallel.For(0, (matrix.RowCount + RowsAtATime - 1) / RowsAtATime, _parallel, part =>
        {
            int end = Math.Min(matrix.RowCount, (part + 1) * RowsAtATime);
            for (int row = part * RowsAtATime; row < end; row++)
                SparseOps.Dot<Lanes8>(matrix.RowColumns(row), matrix.RowValues(row), lanes).Vector.CopyTo(products, row * Lanes);
        });
    }

    private void ApplyScales(float[] scales, int firstLabel)
    {
        int labels = _problem.Labels.LabelCount, count = Math.Min(Lanes, labels - firstLabel);
        for (int feature = 0; feature < _problem.Features.ColumnCount; feature++)
            for (int lane = 0; lane < count; lane++)
            {
                float scale = scales[feature * labels + firstLabel + lane];
                _weights[feature * Lanes + lane] *= scale * scale;
            }
    }
}
