namespace TopicModel.Training.Evaluation.Details;

/// <summary>A sentence of a <see cref="PassageExample"/>.</summary>
/// <param name="Text">The sentence, at most 400 characters.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
/// <param name="IsTrue">Whether it is labelled as a passage.</param>
/// <param name="IsGiven">Whether it was given.</param>
/// <param name="FollowsGap">Whether sentences before it are left out.</param>
public sealed record PassageSentence(string Text, double Probability, bool IsTrue, bool IsGiven, bool FollowsGap);
