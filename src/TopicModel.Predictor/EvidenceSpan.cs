namespace TopicModel;

/// <summary>A part of the text with what it added to the score of each label.</summary>
/// <param name="Field">Name of the field that it stands in.</param>
/// <param name="Start">Where it starts in that field, in UTF-16 units of the caller's text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Contributions">[label] -> what it added, in the order of the model's labels; negative speaks against.</param>
public sealed record EvidenceSpan(string Field, int Start, int Length, IReadOnlyList<double> Contributions);
