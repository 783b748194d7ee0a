using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Models;

namespace TopicModel.Training.Trainers;

/// <summary>
/// The best dual probabilities of one example when all others stay: β maximises −Σ βₖ ln βₖ + Σ zₖ βₖ − ½ Σ qₖ (βₖ − βₖ before)² over the
/// simplex, z the scores and q cost * squared length. With θ = ln β that is θₖ + qₖ exp θₖ = zₖ + qₖ βₖ before − μ, with the μ that makes
/// the sum 1. Newton's method on θ and μ together; θ is kept at or below 0. Rows are vectors of four labels; the places behind the last
/// label have <see cref="Padding"/> as score and logarithm. One thread at a time.
/// </summary>
internal sealed class SoftmaxDualStep
{
    /// <summary>Score and logarithm of the places that no label has: their probability is 0.</summary>
    public const double Padding = -1e4;

    /// <summary>Newton's method stops after a step that moves no θ further; the error left is about its square.</summary>
    private const double StepTolerance = 0.01;

    private const int MaxSteps = 50;

    private readonly Vector256<double>[] _before, _logs, _targets, _inverses, _errors;

    /// <param name="labels">Number of labels.</param>
    public SoftmaxDualStep(int labels)
    {
        int length = RowLength(labels);
        (_before, _logs, _targets) = (new Vector256<double>[length], new Vector256<double>[length], new Vector256<double>[length]);
        (_inverses, _errors) = (new Vector256<double>[length], new Vector256<double>[length]);
    }

    /// <summary>Vectors that a row of so many labels takes.</summary>
    public static int RowLength(int labels) => (labels + VectorMath.Width - 1) / VectorMath.Width;

    /// <summary>ln Σ exp(score).</summary>
    public static double LogSum(ReadOnlySpan<Vector256<double>> scores)
    {
        double largest = double.NegativeInfinity;
        foreach (double score in MemoryMarshal.Cast<Vector256<double>, double>(scores)) largest = Math.Max(largest, score);
        Vector256<double> sum = Vector256<double>.Zero;
        foreach (Vector256<double> score in scores) sum += VectorMath.Exp(score - Vector256.Create(largest));
        return largest + PortableMath.Log(VectorMath.Sum(sum));
    }

    /// <summary>KL(β ‖ softmax(scores)), the share of an example of cost 1 in the duality gap; <paramref name="logs"/> are ln β.</summary>
    public static double Divergence(ReadOnlySpan<Vector256<double>> scores, double logSum, ReadOnlySpan<Vector256<double>> logs)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < logs.Length; i++) sum += VectorMath.Exp(logs[i]) * (logs[i] - scores[i] + Vector256.Create(logSum));
        return VectorMath.Sum(sum);
    }

    /// <summary>
    /// Replaces the logarithms of the dual probabilities and writes by how much each probability rose. <paramref name="logSum"/> is
    /// <see cref="LogSum"/> of the scores.
    /// </summary>
    public void Solve(ReadOnlySpan<Vector256<double>> scores, double logSum, ReadOnlySpan<Vector256<double>> curvatures, Span<Vector256<double>> logs, Span<Vector256<double>> rises)
    {
        Start(scores, logSum, curvatures, logs);
        for (int i = 0; i < MaxSteps; i++)
            if (Improve(curvatures) <= StepTolerance) break;
        Finish(logs, rises);
    }

    /// <summary>Newton's method starts at the larger of before and softmax, above the solution, from where it comes down without overshooting.</summary>
    private void Start(ReadOnlySpan<Vector256<double>> scores, double logSum, ReadOnlySpan<Vector256<double>> curvatures, ReadOnlySpan<Vector256<double>> logs)
    {
        for (int i = 0; i < logs.Length; i++)
        {
            _before[i] = VectorMath.Exp(logs[i]);
            _targets[i] = scores[i] + curvatures[i] * _before[i];
            _logs[i] = Vector256.Min(Vector256<double>.Zero, Vector256.Max(logs[i], scores[i] - Vector256.Create(logSum)));
        }
    }

    /// <summary>One step of Newton's method; returns how far the θ that moved most was to move.</summary>
    private double Improve(ReadOnlySpan<Vector256<double>> curvatures)
    {
        Vector256<double> excess = Vector256<double>.Zero, freedom = Vector256<double>.Zero, one = Vector256<double>.One;
        for (int i = 0; i < _logs.Length; i++)
        {
            Vector256<double> probability = VectorMath.Exp(_logs[i]), pull = curvatures[i] * probability;
            _inverses[i] = one / (one + pull);
            _errors[i] = _targets[i] - _logs[i] - pull;
            excess += probability * (one + _errors[i] * _inverses[i]);
            freedom += probability * _inverses[i];
        }
        Vector256<double> multiplier = Vector256.Create((VectorMath.Sum(excess) - 1) / VectorMath.Sum(freedom)), largest = Vector256<double>.Zero;
        for (int i = 0; i < _logs.Length; i++)
        {
            Vector256<double> move = (_errors[i] - multiplier) * _inverses[i];
            _logs[i] = Vector256.Min(Vector256<double>.Zero, _logs[i] + move);
            largest = Vector256.Max(largest, Vector256.Abs(move));
        }
        return Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
    }

    /// <summary>Takes the θ found, shifted so that the probabilities sum to 1 to the last bit that counts.</summary>
    private void Finish(Span<Vector256<double>> logs, Span<Vector256<double>> rises)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < _logs.Length; i++) sum += VectorMath.Exp(_logs[i]);
        Vector256<double> shift = Vector256.Create(PortableMath.Log(VectorMath.Sum(sum)));
        for (int i = 0; i < _logs.Length; i++)
        {
            logs[i] = Vector256.Max(_logs[i] - shift, Vector256.Create(Padding));
            rises[i] = VectorMath.Exp(logs[i]) - _before[i];
        }
    }
}
