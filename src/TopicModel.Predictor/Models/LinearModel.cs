using System.Numerics;

namespace TopicModel.Models;

/// <summary>One linear function of the features for each output: score = bias + sum of value * weight.</summary>
internal sealed class LinearModel
{
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <param name="weights">[feature * outputs + output].</param>
    /// <param name="biases">[output].</param>
    /// <exception cref="ArgumentException">The number of weights is no multiple of the number of outputs.</exception>
    public LinearModel(float[] weights, float[] biases)
    {
        if (biases.Length == 0 || weights.Length % biases.Length != 0)
            throw new ArgumentException($"{weights.Length} weights do not divide into {biases.Length} outputs");
        (_weights, _biases) = (weights, biases);
    }

    /// <summary>Number of linear functions.</summary>
    public int Outputs => _biases.Length;

    /// <summary>[feature * outputs + output].</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>[output].</summary>
    public ReadOnlySpan<float> Biases => _biases;

    /// <summary>
    /// Writes the score of every output to <paramref name="scores"/>. The products are added in the order of the features given, one
    /// output independent of the others, so that every machine arrives at the same bits.
    /// </summary>
    public void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        _biases.CopyTo(scores);
        for (int i = 0; i < features.Length; i++)
            AddScaled(scores, _weights.AsSpan(features[i] * Outputs, Outputs), values[i]);
    }

    /// <summary>target += factor * row; a product, then a sum, never fused, lane by lane as in the scalar loop.</summary>
    internal static void AddScaled(Span<float> target, ReadOnlySpan<float> row, float factor)
    {
        int i = 0;
        if (Vector.IsHardwareAccelerated && row.Length >= Vector<float>.Count)
        {
            var factors = new Vector<float>(factor);
            for (; i + Vector<float>.Count <= row.Length; i += Vector<float>.Count)
                (new Vector<float>(target[i..]) + factors * new Vector<float>(row[i..])).CopyTo(target[i..]);
        }
        for (; i < row.Length; i++) target[i] += factor * row[i];
    }
}
