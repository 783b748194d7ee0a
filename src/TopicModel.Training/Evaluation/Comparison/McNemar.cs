using MathNet.Numerics.Distributions;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Comparison;

/// <summary>
/// McNemar's test (1947) in its exact form: of the documents on which exactly one of two classifiers is right, either is right with chance
/// one half if both are equally good, so that the smaller number is binomial.
/// </summary>
internal static class McNemar
{
    /// <summary>Name of the test.</summary>
    public const string Name = "McNemar, exact";

    /// <summary>The test, two-sided: p = min(1, 2 · P(X ≤ the smaller number)), X binomial of n = both numbers together and 1/2.</summary>
    /// <param name="broken">Documents that only the one before has right.</param>
    /// <param name="repaired">Documents that only the one after has right.</param>
    public static SignificanceTest Test(int broken, int repaired)
    {
        int smaller = Math.Min(broken, repaired), changed = broken + repaired;
        double p = changed == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, changed, smaller));
        return new SignificanceTest(Name, smaller, 0, p);
    }
}
