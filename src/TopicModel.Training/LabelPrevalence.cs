using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training;

/// <summary>
/// The shares of documents with each label where a classifier is to be used. Corpora that were collected or written for training have far
/// more of what matters than what is read later, and probabilities and thresholds learned on them give labels too easily there. With
/// the shares given, the odds of a probability are multiplied by prior odds in use / odds in training, exact where only the shares differ
/// (Saerens, Latinne &amp; Decaestecker 2002), and thresholds are tuned for F1 as it would be there.
/// </summary>
public sealed record LabelPrevalence
{
    /// <summary>As in the training documents.</summary>
    public static readonly LabelPrevalence AsTrained = new();

    /// <summary>
    /// [label] -> share of the documents, above 0 and below 1. Labels that are not named are as frequent as in training; exclusive ones
    /// share what the named ones leave, in proportion to how frequent they are in training.
    /// </summary>
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// [output] -> share; NaN where it is that of the training. Null where no label has one of its own.
    /// </summary>
    internal double[]? Of(IReadOnlyList<string> labels) =>
        Shares.Count == 0 ? null : [.. labels.Select(label => Shares.TryGetValue(label, out double share) ? share : double.NaN)];

    /// <summary>Checks that every label with a share is one, and that those of exclusive labels leave something for the others.</summary>
    /// <exception cref="DataException">They do not.</exception>
    internal void Check(EncodedLabels encoded, string classifier)
    {
        if (Shares.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !encoded.Labels.Contains(name)) is { } unknown)
            throw new DataException($"classifiers.{classifier}.prevalence names '{unknown}', which is not {(encoded.NegativeLabel.Length > 0 ? "the positive label" : "a label")}{NearestName.Hint(unknown, encoded.Labels)}, expected {Wording.List(encoded.Labels, "or")}");
        if (!encoded.Matrix.IsExclusive || Shares.Count == 0) return;
        double sum = Shares.Values.Order().Sum();
        bool isWhole = Shares.Count == encoded.Labels.Count;
        if (isWhole ? Math.Abs(sum - 1) > 1e-6 : sum >= 1)
            throw new DataException(FormattableString.Invariant($"classifiers.{classifier}.prevalence: the shares of {Wording.List([.. Shares.Keys.Order(StringComparer.Ordinal)], "and")} add up to {sum}, {(isWhole ? "1" : "less than 1")} was expected"));
    }

    /// <summary>What is added to the logit of each output: the logarithm of its prior odds in use over those in training.</summary>
    /// <param name="shares">[output], NaN for that of the training.</param>
    /// <param name="truth">The training labels; outputs that none or all of the examples have stay as they are.</param>
    internal static double[] LogitShifts(double[] shares, LabelMatrix truth)
    {
        double[] trained = [.. truth.Supports().Select(support => support / (double)truth.Count)];
        if (truth.IsExclusive) shares = Fill(shares, trained);
        return [.. shares.Zip(trained, (share, before) => truth.IsExclusive ? before == 0 ? 0 : PortableMath.Log(share / before) : LogitShift(share, before))];
    }

    /// <summary>The logarithm of the prior odds in use over those in training; 0 where the share in use is NaN or there is only one class in training.</summary>
    internal static double LogitShift(double share, double trained) => double.IsNaN(share) || trained is 0 or 1 ? 0 : Logit(share) - Logit(trained);

    /// <summary>Shares for the exclusive labels that have none: what the others leave.</summary>
    private static double[] Fill(double[] shares, double[] trained)
    {
        double left = 1 - shares.Where(share => !double.IsNaN(share)).Sum(), trainedLeft = trained.Where((_, label) => double.IsNaN(shares[label])).Sum();
        return [.. shares.Zip(trained, (share, before) => double.IsNaN(share) ? before * left / trainedLeft : share)];
    }

    private static double Logit(double share) => PortableMath.Log(share / (1 - share));
}
