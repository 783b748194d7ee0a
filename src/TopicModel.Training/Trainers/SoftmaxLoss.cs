using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TopicModel.Models;

namespace TopicModel.Training.Trainers;

/// <summary>
/// Cross-entropy of exclusive labels: cost * (ln Σ exp(z) − z of the example's label). The derivative by a score is cost * (softmax − 1 if
/// it is the example's label).
/// </summary>
/// <param name="problem">Its labels are used; they are exclusive.</param>
/// <param name="costs">[example], above 0.</param>
internal sealed class SoftmaxLoss(TrainingProblem problem, double[] costs) : ILossFunction
{
    /// <inheritdoc/>
    public int Labels => problem.Labels.LabelCount;

    /// <inheritdoc/>
    public double Evaluate(int firstExample, ReadOnlySpan<double> scores, Span<double> derivatives)
    {
        double loss = 0;
        Span<double> exponentials = new double[PaddedLength(Labels)];
        for (int start = 0; start < scores.Length; start += Labels)
        {
            int example = firstExample + start / Labels, label = problem.Labels[example][0];
            ReadOnlySpan<double> row = scores.Slice(start, Labels);
            double logSum = Exponentiate(row, exponentials, out double sum);
            double cost = costs[example];
            loss += cost * (logSum - row[label]);
            double factor = cost / sum;
            for (int i = 0; i < row.Length; i++) derivatives[start + i] = factor * exponentials[i];
            derivatives[start + label] -= cost;
        }
        return loss;
    }

    /// <summary>Room for the exponentials of so many labels: the next multiple of the vector width.</summary>
    private static int PaddedLength(int labels) => (labels + VectorMath.Width - 1) / VectorMath.Width * VectorMath.Width;

    /// <summary>
    /// Writes exp(score − largest score) and returns ln Σ exp(score); <paramref name="sum"/> is the sum of what was written.
    /// <paramref name="exponentials"/> has <see cref="PaddedLength"/> places; those behind the labels become 0.
    /// </summary>
    private static double Exponentiate(ReadOnlySpan<double> scores, Span<double> exponentials, out double sum)
    {
        double largest = double.NegativeInfinity;
        foreach (double score in scores) largest = Math.Max(largest, score);
        scores.CopyTo(exponentials);
        exponentials[scores.Length..].Fill(largest);
        foreach (ref Vector256<double> four in MemoryMarshal.Cast<double, Vector256<double>>(exponentials))
            four = VectorMath.Exp(four - Vector256.Create(largest));
        exponentials[scores.Length..].Clear();
        sum = 0;
        foreach (double exponential in exponentials) sum += exponential;
        return largest + PortableMath.Log(sum);
    }
}
