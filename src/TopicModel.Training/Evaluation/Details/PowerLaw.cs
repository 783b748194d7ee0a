using TopicModel.Models;

namespace TopicModel.Training.Evaluation.Details;

/// <summary>
/// score(n) = limit − amplitude · n^(−exponent), the usual shape of learning curves (Hestness et al. 2017), fitted to the points of a
/// learning curve by least squares, each point weighed by its number of documents.
/// </summary>
/// <param name="Limit">What the score tends to, at most 1.</param>
/// <param name="Amplitude">How far below it starts; 0 or more.</param>
/// <param name="Exponent">How fast it comes near; above 0, at most 2.</param>
/// <param name="Extrapolation">From the number of documents trained on to twice that, for the dashed part: 9 points.</param>
public sealed record PowerLaw(double Limit, double Amplitude, double Exponent, IReadOnlyList<ExtrapolatedPoint> Extrapolation)
{
    /// <summary>The score that the law gives for a number of documents, at least 1.</summary>
    public double At(double documents) => Limit - Amplitude * PortableMath.Exp(-Exponent * PortableMath.Log(documents));
}
