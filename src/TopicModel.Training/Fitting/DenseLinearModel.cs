using System.Numerics;

namespace TopicModel.Training.Fitting;

/// <summary>One linear function of the features for each output, every weight in single precision: what a trainer gives.</summary>
/// <param name="weights">[feature * outputs + output].</param>
/// <param name="biases">[output].</param>
internal sealed class DenseLinearModel(float[] weights, float[] biases)
{
    private readonly int _outputs = biases.Length;

    /// <summary>Writes the score of every output to <paramref name="scores"/>: bias + sum of value * weight, in the order of the features given.</summary>
    public void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        biases.CopyTo(scores);
        for (int i = 0; i < features.Length; i++) AddScaled(scores, weights.AsSpan(features[i] * _outputs, _outputs), values[i]);
    }

    /// <summary>target += factor * row; a product, then a sum, never fused, lane by lane as in the scalar loop.</summary>
    private static void AddScaled(Span<float> target, ReadOnlySpan<float> row, float factor)
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
