namespace TopicModel.Training.Data;

/// <summary>What the inspection of data found.</summary>
/// <param name="TrainDocuments">Number of documents to train on.</param>
/// <param name="TestDocuments">Number of documents of their own to test on; 0 when a part of the others is held out.</param>
/// <param name="Classifiers">Labels by classifier, in the order asked for.</param>
/// <param name="Findings">What is wrong, errors first.</param>
public sealed record DataInspection(int TrainDocuments, int TestDocuments, IReadOnlyList<LabelSummary> Classifiers, IReadOnlyList<DataFinding> Findings)
{
    /// <summary>Whether training would stop.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}
