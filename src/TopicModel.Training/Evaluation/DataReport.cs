namespace TopicModel.Training.Evaluation;

/// <summary>The documents that a report speaks of.</summary>
/// <param name="Train">Those trained on.</param>
/// <param name="Test">Those tested on.</param>
/// <param name="Fingerprint">Hash of the texts and labels trained on, 16 hexadecimal digits.</param>
public sealed record DataReport(DataPart Train, DataPart Test, string Fingerprint);
