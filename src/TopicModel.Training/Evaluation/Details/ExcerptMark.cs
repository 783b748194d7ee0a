namespace TopicModel.Training.Evaluation.Details;

/// <summary>Words of an excerpt with what they did.</summary>
/// <param name="Start">Where they start in the excerpt's text, in UTF-16 units.</param>
/// <param name="Length">Their length in UTF-16 units.</param>
/// <param name="Push">What they added to the score of the decision taken over that of the right one: positive pushed to the mistake, negative spoke for the truth.</param>
/// <param name="Strength">The same as a share of the strongest push in the article, −1 to 1.</param>
public sealed record ExcerptMark(int Start, int Length, double Push, double Strength);
