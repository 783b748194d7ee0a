namespace TopicModel.Training.Evaluation;

/// <summary>A model file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Features">Number of n-grams that it knows.</param>
public sealed record ModelInfo(string Path, long Bytes, int Features);
