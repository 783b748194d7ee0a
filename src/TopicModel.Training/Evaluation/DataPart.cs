namespace TopicModel.Training.Evaluation;

/// <summary>A part of the documents.</summary>
/// <param name="Documents">How many; 0 without any.</param>
public sealed record DataPart(int Documents);
