namespace TopicModel.Training.Evaluation.Details;

/// <summary>How the one after compares with the one before.</summary>
public enum ComparisonOutcome
{
    /// <summary>No clear difference: the interval of the difference holds 0.</summary>
    NoClearDifference,

    /// <summary>Clearly better: the whole interval lies on the better side of 0.</summary>
    Better,

    /// <summary>Clearly worse.</summary>
    Worse,

    /// <summary>Not comparable: another kind, no test, or no figure.</summary>
    NotComparable,
}
