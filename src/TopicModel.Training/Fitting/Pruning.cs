using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>
/// How many of a model's features are kept: of shares of them, each half as large as the one before, the smallest at which neither micro-
/// nor macro-F1 of out-of-fold scores falls by more than is allowed and log loss rises by no more than fifty times that of itself, taking
/// the loss to grow as the share shrinks. A model of few features that matter is often better than that of all. Folds see only documents
/// like those trained on: where others are to come, allow less or nothing (themes of the shipped corpus, micro-F1 on real articles: with
/// 2,538 articles 0.806 unpruned and 0.780 at the default; with 3,084 0.797 unpruned and 0.789 at 0.0002; 2026-11-29).
/// </summary>
internal static class Pruning
{
    /// <summary>Loss that is allowed unless train.json says otherwise: a tenth of a point.</summary>
    public const double DefaultLoss = 0.001;

    /// <summary>A relative rise of log loss counts as this part of a loss of F1: at the default, it may rise by 5 %.</summary>
    private const double LogLossSteps = 50;

    /// <summary>The shares that may be tried, descending.</summary>
    public static ReadOnlySpan<double> Shares => [1.0 / 2, 1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32];

    /// <summary>
    /// Without out-of-fold scores the loss cannot be measured. Then the strongest of the features stay, this many at least, which is a file
    /// of 3 MB with 20 labels. 20 Newsgroups: 87.00 with and without it; 131,072 cost 0.14 points (2026-11-29).
    /// </summary>
    private const int BlindCount = 200_000;

    /// <summary>The least share that is kept without out-of-fold scores.</summary>
    private const double BlindShare = 0.25;

    /// <summary>The share to keep of so many features when nothing could be measured.</summary>
    /// <param name="allowedLoss">0 for no pruning.</param>
    /// <param name="featureCount">Features of the unpruned model.</param>
    public static double BlindShareOf(double allowedLoss, int featureCount) =>
        allowedLoss > 0 ? Math.Clamp((double)BlindCount / Math.Max(1, featureCount), BlindShare, 1) : 1;

    /// <summary>
    /// The largest of the losses of micro- and macro-F1 and of a fiftieth of the relative rise of log loss, of documents and sentences;
    /// negative when all are better than before. Log loss sees damage to the scores before decisions change.
    /// </summary>
    public static double Loss(MetricBlock before, MetricBlock after)
    {
        double loss = Math.Max(Math.Max(before.MicroF1 - after.MicroF1, before.MacroF1 - after.MacroF1), (after.LogLoss / before.LogLoss - 1) / LogLossSteps);
        return before.Passages is { } passages ? Math.Max(loss, Loss(passages, after.Passages!)) : loss;
    }
}
