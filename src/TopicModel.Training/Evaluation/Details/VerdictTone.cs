namespace TopicModel.Training.Evaluation.Details;

/// <summary>How a sentence of the verdict should be taken.</summary>
public enum VerdictTone
{
    /// <summary>A plain fact.</summary>
    Neutral,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something is wrong; the figures or the model should not be relied on.</summary>
    Bad,
}
