using TopicModel.Models;

namespace TopicModel.Features;

/// <summary>Counts of a document's terms -> values of its vector. The one place where this is done, for training and prediction.</summary>
internal static class TermWeighting
{
    /// <summary>Counts up to this are looked up; nearly all are.</summary>
    private const int TableSize = 256;

    /// <summary>Vectors of a squared length below this stay as they are: the factor to length 1 would be no finite number.</summary>
    private const double LeastSquares = 1e-60;

    /// <summary>[tf] -> 1 + ln tf.</summary>
    private static readonly float[] Sublinear = [0, .. Enumerable.Range(1, TableSize - 1).Select(tf => (float)(1 + PortableMath.Log(tf)))];

    /// <summary>Smoothed inverse document frequency: ln((1 + documents) / (1 + documentFrequency)) + 1.</summary>
    public static float InverseDocumentFrequency(int documents, int documentFrequency) =>
        (float)(PortableMath.Log((1.0 + documents) / (1.0 + documentFrequency)) + 1);

    /// <summary>
    /// Replaces the counts in <paramref name="values"/> by weights and scales the vector to length 1.
    /// <paramref name="features"/> are the indices into <paramref name="idf"/>, in the order of the values.
    /// </summary>
    public static void Apply(Weighting weighting, ReadOnlySpan<int> features, Span<float> values, ReadOnlySpan<float> idf)
    {
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            float value = weighting == Weighting.TfIdf ? SublinearFrequency(values[i]) * idf[features[i]] : 1;
            values[i] = value;
            squares += (double)value * value;
        }
        if (squares < LeastSquares) return;
        float scale = (float)(1 / Math.Sqrt(squares));
        for (int i = 0; i < values.Length; i++) values[i] *= scale;
    }

    /// <summary>1 + ln tf; below one occurrence (a field of small weight) the count itself, so that the function stays monotone.</summary>
    private static float SublinearFrequency(float count)
    {
        int whole = (int)count;
        if (whole == count && (uint)whole < TableSize) return Sublinear[whole];
        return count <= 1 ? count : (float)(1 + PortableMath.Log(count));
    }
}
