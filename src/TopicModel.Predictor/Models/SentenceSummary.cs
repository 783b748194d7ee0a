namespace TopicModel.Models;

/// <summary>What the probabilities of a document's sentences say about the document, as a fixed number of values.</summary>
internal static class SentenceSummary
{
    /// <summary>Number of values.</summary>
    public const int Length = 6;

    private const double MostExtreme = 1e-6;

    /// <summary>
    /// Writes, of the probabilities in order of size: the logits of the highest, second and third (a list has several), the
    /// expected number of positive sentences as ln(1 + sum), the expected share, and ln(1 + sentences).
    /// </summary>
    public static void Compute(ReadOnlySpan<double> probabilities, Span<double> summary)
    {
        double first = 0, second = 0, third = 0, sum = 0;
        foreach (double probability in probabilities)
        {
            sum += probability;
            if (probability > first) (first, second, third) = (probability, first, second);
            else if (probability > second) (second, third) = (probability, second);
            else if (probability > third) third = probability;
        }
        summary[0] = Logit(first);
        summary[1] = Logit(second);
        summary[2] = Logit(third);
        summary[3] = PortableMath.Log(1 + sum);
        summary[4] = probabilities.Length == 0 ? 0 : sum / probabilities.Length;
        summary[5] = PortableMath.Log(1 + probabilities.Length);
    }

    private static double Logit(double probability)
    {
        double clamped = Math.Clamp(probability, MostExtreme, 1 - MostExtreme);
        return PortableMath.Log(clamped / (1 - clamped));
    }
}
