namespace TopicModel.Training.Data;

/// <summary>How many documents have a label.</summary>
/// <param name="Label">The label; "positive" for passages: the document has some.</param>
/// <param name="Train">Documents to train on.</param>
/// <param name="Test">Documents to test on.</param>
public sealed record LabelCount(string Label, int Train, int Test);
