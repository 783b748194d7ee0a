using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Models;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Logistic loss of one label: cost * ln(1 + exp(−y z)), y = 1 for examples that have the label, else −1. The derivative by the score is
/// −cost * y / (1 + exp(y z)).
/// </summary>
internal sealed class LogisticLoss : ILossFunction
{
    private readonly double[] _costs;

    /// <summary>[example] -> 1 or -1.</summary>
    private readonly double[] _signs;

    /// <param name="problem">Its labels are used.</param>
    /// <param name="label">Which of them.</param>
    /// <param name="costs">[example], above 0.</param>
    public LogisticLoss(TrainingProblem problem, int label, double[] costs)
    {
        _costs = costs;
        _signs = new double[costs.Length];
        for (int i = 0; i < _signs.Length; i++) _signs[i] = problem.Labels.Has(i, label) ? 1 : -1;
    }

    /// <inheritdoc/>
    public int Labels => 1;

    /// <inheritdoc/>
    public double Evaluate(int firstExample, ReadOnlySpan<double> scores, Span<double> derivatives)
    {
        int whole = scores.Length / VectorMath.Width * VectorMath.Width;
        ref double costStart = ref MemoryMarshal.GetReference(_costs.AsSpan(firstExample));
        ref double signStart = ref MemoryMarshal.GetReference(_signs.AsSpan(firstExample));
        Vector256<double> losses = Vector256<double>.Zero;
        for (int i = 0; i < whole; i += VectorMath.Width)
        {
            Vector256<double> cost = Vector256.LoadUnsafe(ref costStart, (nuint)i), sign = Vector256.LoadUnsafe(ref signStart, (nuint)i);
            Vector256<double> margin = sign * Vector256.Create(scores[i..]);
            losses += cost * VectorMath.SoftPlus(-margin);
            (-(cost * sign * VectorMath.Sigmoid(-margin))).CopyTo(derivatives[i..]);
        }
        double loss = VectorMath.Sum(losses);
        for (int i = whole; i < scores.Length; i++)
        {
            double cost = _costs[firstExample + i], sign = _signs[firstExample + i];
            loss += cost * PortableMath.SoftPlus(-sign * scores[i]);
            derivatives[i] = -cost * sign * PortableMath.Sigmoid(-sign * scores[i]);
        }
        return loss;
    }
}
