using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>
/// How many of a model's features are kept. Candidates are shares of the features; the smallest is taken down to which neither micro-
/// nor macro-F1 of the out-of-fold decisions falls by more than is allowed. Nothing is trained again: rows of weights that matter
/// least are left out, and calibration and thresholds are fitted on the scores that remain.
/// </summary>
internal static class PruneLevels
{
    /// <summary>Loss that is allowed unless train.json says otherwise: a tenth of a point.</summary>
    public const double DefaultLoss = 0.001;

    /// <summary>
    /// Without out-of-fold scores the loss cannot be measured; then the strongest of the features stay, this many at least: on four
    /// data sets with more features nothing was lost by that.
    /// </summary>
    public const int BlindCount = 1 << 17;

    /// <summary>The least share that is kept without out-of-fold scores.</summary>
    private const double BlindShare = 0.25;

    /// <summary>Shares of the features, steps of the root of 2; the first is all of them.</summary>
    private static readonly double[] Steps = [1, 0.71, 0.5, 0.35, 0.25, 0.18, 0.125, 0.088, 0.0625];

    /// <summary>Shares that are tried, all first.</summary>
    /// <param name="allowedLoss">0 for no pruning.</param>
    public static IReadOnlyList<double> Shares(double allowedLoss) => allowedLoss > 0 ? Steps : Steps[..1];

    /// <summary>The share to keep when nothing could be measured.</summary>
    public static double BlindlyShare(double allowedLoss, int featureCount) =>
        allowedLoss > 0 ? Math.Clamp((double)BlindCount / Math.Max(1, featureCount), BlindShare, 1) : 1;

    /// <summary>Index of the share to keep.</summary>
    /// <param name="unpruned">Metrics of the scores before anything was left out or rounded.</param>
    /// <param name="measure">Metrics of a level; asked from the first on, as long as the loss is allowed.</param>
    /// <param name="count">Number of levels, at least 1.</param>
    /// <param name="allowedLoss">Of micro- and macro-F1, 0 to 1.</param>
    public static int Choose(MetricBlock unpruned, Func<int, MetricBlock> measure, int count, double allowedLoss)
    {
        int level = 0;
        while (level + 1 < count && Loss(unpruned, measure(level + 1)) <= allowedLoss) level++;
        return level;
    }

    /// <summary>The larger of the losses of micro- and macro-F1, of documents and sentences; negative when all are higher than before.</summary>
    private static double Loss(MetricBlock before, MetricBlock after)
    {
        double loss = Math.Max(before.MicroF1 - after.MicroF1, before.MacroF1 - after.MacroF1);
        return before.Passages is { } passages ? Math.Max(loss, Loss(passages, after.Passages!)) : loss;
    }
}
