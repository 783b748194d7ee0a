namespace TopicModel.Training.Calibration;

/// <summary>
/// Platt scaling (Platt 1999; Newton's method and targets as Lin, Lin &amp; Weng 2007): the probability of a score s is
/// 1 / (1 + e^−(slope · s + offset)), with slope and offset of the greatest likelihood under smoothed targets.
/// </summary>
internal static class PlattFit
{
    /// <summary>Only there to fix the slope when the likelihood does not.</summary>
    private const double Ridge = 1e-9;

    /// <summary>
    /// Slope, 0 or more, and offset. A slope of 0, the same probability for every score, comes out where the scores never vary, where one
    /// class is missing, and where high scores speak against the label: out-of-fold scores that know nothing do that, since a fold rich
    /// in a label leaves the others poor in it, and a label must not be turned around by it.
    /// </summary>
    /// <param name="scores">[example], finite; at least one.</param>
    /// <param name="isPositive">[example].</param>
    public static (double Slope, double Offset) Fit(double[] scores, bool[] isPositive)
    {
        double[] targets = LogisticFit.SmoothedTargets(isPositive);
        (double[] weights, double bias) = LogisticFit.Fit(scores, 1, targets, Ridge);
        bool hasBothClasses = isPositive.Contains(true) && isPositive.Contains(false);
        return hasBothClasses && weights[0] > 0 ? (weights[0], bias) : (0, LogisticFit.Logit(targets));
    }
}
