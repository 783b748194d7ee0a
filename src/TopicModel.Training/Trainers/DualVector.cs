namespace TopicModel.Training.Trainers;

/// <summary>
/// The weights of one objective in dual form, S Xᵀ a, with what they give every example, and biases beside them. Sums and inner
/// products of such vectors need no look at the features.
/// </summary>
/// <param name="examples">Number of examples.</param>
/// <param name="labels">Number of labels.</param>
internal sealed class DualVector(int examples, int labels)
{
    /// <summary>Entries of long vectors that are worked on at a time, so that they stay in the fastest cache.</summary>
    private const int ChunkLength = 1024;

    /// <summary>[example * labels + label], the a.</summary>
    public double[] Duals { get; } = new double[checked(examples * labels)];

    /// <summary>[example * labels + label], X S² Xᵀ a: the scores without the bias.</summary>
    public double[] Scores { get; } = new double[checked(examples * labels)];

    /// <summary>[label].</summary>
    public double[] Biases { get; } = new double[labels];

    /// <summary>Inner product of the weights.</summary>
    public static double WeightProduct(DualVector left, DualVector right) => DenseOps.Dot(left.Duals, right.Scores);

    /// <summary>Inner product of the weights and biases.</summary>
    public static double Product(DualVector left, DualVector right) => WeightProduct(left, right) + DenseOps.Dot(left.Biases, right.Biases);

    /// <summary>this += factor * other.</summary>
    public void AddScaled(double factor, DualVector other)
    {
        DenseOps.AddScaled(Duals, factor, other.Duals);
        DenseOps.AddScaled(Scores, factor, other.Scores);
        DenseOps.AddScaled(Biases, factor, other.Biases);
    }

    /// <summary>Makes this the sum of factors[i] * vectors[i] over the vectors that are not null.</summary>
    public void Combine(ReadOnlySpan<double> factors, DualVector?[] vectors)
    {
        Array.Clear(Biases);
        for (int start = 0; start < Duals.Length; start += ChunkLength)
        {
            Range chunk = start..Math.Min(Duals.Length, start + ChunkLength);
            Duals.AsSpan(chunk).Clear();
            Scores.AsSpan(chunk).Clear();
            for (int i = 0; i < vectors.Length; i++)
            {
                if (vectors[i] is not { } vector) continue;
                DenseOps.AddScaled(Duals.AsSpan(chunk), factors[i], vector.Duals.AsSpan(chunk));
                DenseOps.AddScaled(Scores.AsSpan(chunk), factors[i], vector.Scores.AsSpan(chunk));
            }
        }
        for (int i = 0; i < vectors.Length; i++)
            if (vectors[i] is { } vector) DenseOps.AddScaled(Biases, factors[i], vector.Biases);
    }

    /// <summary>Makes this left − right.</summary>
    public void SetDifference(DualVector left, DualVector right) => Combine([1, -1], [left, right]);
}
