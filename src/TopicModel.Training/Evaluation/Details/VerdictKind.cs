namespace TopicModel.Training.Evaluation.Details;

/// <summary>What a sentence of the verdict speaks of, in the order in which they stand.</summary>
public enum VerdictKind
{
    /// <summary>What was trained (or measured) on what.</summary>
    Subject,

    /// <summary>How good a classifier is.</summary>
    Quality,

    /// <summary>How far the figures can be trusted: size of the test, calibration, leaks.</summary>
    Certainty,

    /// <summary>Whether it is better than the one before.</summary>
    Comparison,

    /// <summary>What to do first.</summary>
    Advice,
}
