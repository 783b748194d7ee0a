namespace TopicModel.Training.Evaluation.Details;

/// <summary>A point of a <see cref="PowerLaw"/> beyond the documents at hand.</summary>
/// <param name="Documents">Number of training documents; not always whole.</param>
/// <param name="Score">The score that the law gives for them.</param>
public sealed record ExtrapolatedPoint(double Documents, double Score);
