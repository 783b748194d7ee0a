namespace TopicModel.Models;

/// <summary>
/// From scores to probabilities: s -> slope * s + offset for each output, then the link. Sigmoid with fitted slope and offset is
/// Platt's (1999); softmax with one common slope is temperature scaling (Guo et al. 2017), with one for each class vector scaling.
/// </summary>
internal sealed class Calibration
{
    private readonly double[] _slopes;
    private readonly double[] _offsets;

    /// <param name="link">What makes probabilities of the scaled scores.</param>
    /// <param name="slopes">[output].</param>
    /// <param name="offsets">[output].</param>
    public Calibration(LinkFunction link, double[] slopes, double[] offsets) => (Link, _slopes, _offsets) = (link, slopes, offsets);

    /// <summary>Scores taken as they are: what a model has that was never calibrated.</summary>
    public static Calibration None(LinkFunction link, int outputs) => new(link, [.. Enumerable.Repeat(1.0, outputs)], new double[outputs]);

    /// <summary>What makes probabilities of the scaled scores.</summary>
    public LinkFunction Link { get; }

    /// <summary>[output].</summary>
    public ReadOnlySpan<double> Slopes => _slopes;

    /// <summary>[output].</summary>
    public ReadOnlySpan<double> Offsets => _offsets;

    /// <summary>Writes the probability of every output; <paramref name="scores"/> and <paramref name="probabilities"/> are [output].</summary>
    public void Apply(ReadOnlySpan<float> scores, Span<double> probabilities)
    {
        for (int i = 0; i < scores.Length; i++) probabilities[i] = _slopes[i] * scores[i] + _offsets[i];
        if (Link == LinkFunction.Softmax) Softmax(probabilities[..scores.Length]);
        else for (int i = 0; i < scores.Length; i++) probabilities[i] = PortableMath.Sigmoid(probabilities[i]);
    }

    /// <summary>Replaces logits by e^logit over their sum.</summary>
    public static void Softmax(Span<double> logits)
    {
        double highest = logits[0], sum = 0;
        foreach (double logit in logits) highest = Math.Max(highest, logit);
        for (int i = 0; i < logits.Length; i++) sum += logits[i] = PortableMath.Exp(logits[i] - highest);
        for (int i = 0; i < logits.Length; i++) logits[i] /= sum;
    }
}
