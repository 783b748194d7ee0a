namespace TopicModel.Training.Evaluation.Details;

/// <summary>Why a label is suspect.</summary>
public enum SuspectReason
{
    /// <summary>Models that have not seen the document are confident of another label.</summary>
    ConfidentDisagreement,

    /// <summary>Nearly the same text is labelled differently elsewhere.</summary>
    DuplicateConflict,
}
