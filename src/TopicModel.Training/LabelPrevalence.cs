using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training;

/// <summary>
/// The shares of documents with each label where a classifier is to be used. Corpora that were collected or written for training have far
/// more of what matters than what is read later, and probabilities and thresholds learned on them give labels too easily there. With
/// the shares given, the odds of a probability are multiplied by prior odds in use / prior odds in training, exact where only the shares differ
/// (Saerens, Latinne &amp; Decaestecker 2002), and thresholds are tuned for F1 as it would be there. Not for multiclass, whose calibration
/// (temperature scaling) leaves the prior of the scores as it is, whatever that may be.
/// </summary>
public sealed record LabelPrevalence
{
    /// <summary>As in the training documents.</summary>
    public static readonly LabelPrevalence AsTrained = new();

    /// <summary>[label] -> share of the documents, above 0 and below 1. Labels that are not named are as frequent as in training.</summary>
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    /// <summary>[output] -> share; NaN where it is that of the training. Null where no label has one of its own.</summary>
    internal double[]? Of(IReadOnlyList<string> labels) =>
        Shares.Count == 0 ? null : [.. labels.Select(label => Shares.TryGetValue(label, out double share) ? share : double.NaN)];

    /// <summary>Checks that shares are shares, that their labels are trained, and that there will be probabilities to adapt.</summary>
    /// <exception cref="DataException">They are not.</exception>
    internal void Check(EncodedLabels encoded, ClassifierSpec classifier)
    {
        if (Shares.Count == 0) return;
        string place = $"classifiers.{classifier.Name}.prevalence";
        if (classifier.Kind == ClassifierKind.Multiclass) throw new DataException($"{place} is given, but the kind is multiclass; binary, multilabel or passages was expected");
        if (classifier.CrossValidation == 0) throw new DataException($"{place} is given, but crossValidation is 0, so that there are no probabilities to adapt");
        foreach ((string label, double share) in Shares.OrderBy(share => share.Key, StringComparer.Ordinal))
        {
            if (!encoded.Labels.Contains(label))
                throw new DataException($"{place} names '{label}', which is not {(classifier.Kind == ClassifierKind.Multilabel ? "a label" : "the positive label")}{NearestName.Hint(label, encoded.Labels)}, expected {Wording.List(encoded.Labels, "or")}");
            if (share is not (> 0 and < 1)) throw new DataException(FormattableString.Invariant($"{place}.{label} is {share}; a number above 0 and below 1 was expected"));
        }
    }

    /// <summary>What is added to the logit of each output: the logarithm of its prior odds in use over those in training.</summary>
    /// <param name="shares">[output], NaN for that of the training.</param>
    /// <param name="truth">The training labels; outputs that none or all of the examples have stay as they are.</param>
    internal static double[] LogitShifts(double[] shares, LabelMatrix truth) =>
        [.. shares.Zip(truth.Supports(), (share, support) => LogitShift(share, support / (double)truth.Count))];

    /// <summary>The logarithm of the prior odds in use over those in training; 0 where the share in use is NaN or there is only one class in training.</summary>
    internal static double LogitShift(double share, double trained) => double.IsNaN(share) || trained is 0 or 1 ? 0 : Logit(share) - Logit(trained);

    private static double Logit(double share) => PortableMath.Log(share / (1 - share));
}
