namespace TopicModel;

/// <summary>
/// Words that the model knows with what they added to the score of each label, all their occurrences together. What is read of the same
/// words in several ways (with and without their accents, runs of their characters) is one term.
/// </summary>
/// <param name="Text">Their first occurrence in the caller's text.</param>
/// <param name="Occurrences">How often they occur.</param>
/// <param name="Contributions">[label] -> what they added, in the order of the model's labels; negative speaks against.</param>
public sealed record EvidenceTerm(string Text, int Occurrences, IReadOnlyList<double> Contributions);
