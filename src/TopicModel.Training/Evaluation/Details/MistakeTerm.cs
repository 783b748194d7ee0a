namespace TopicModel.Training.Evaluation.Details;

/// <summary>Words of an article that had a part in a wrong decision.</summary>
/// <param name="Text">Their first occurrence in the article.</param>
/// <param name="Occurrences">How often they occur.</param>
/// <param name="Push">What all occurrences added to the score of the decision taken over that of the right one; positive pushed to the mistake.</param>
public sealed record MistakeTerm(string Text, int Occurrences, double Push);
