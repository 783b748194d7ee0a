namespace TopicModel;

/// <summary>An n-gram that the model knows with what it added to the score of each label, all its occurrences together.</summary>
/// <param name="Text">Its first occurrence in the caller's text.</param>
/// <param name="Occurrences">How often it occurs.</param>
/// <param name="Contributions">[label] -> what it added, in the order of the model's labels; negative speaks against.</param>
public sealed record EvidenceTerm(string Text, int Occurrences, IReadOnlyList<double> Contributions);
