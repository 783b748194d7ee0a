namespace TopicModel.Training.Evaluation.Details;

/// <summary>A plain sentence of the verdict.</summary>
/// <param name="Kind">What it speaks of.</param>
/// <param name="Tone">How it should be taken.</param>
/// <param name="Text">The sentence, ended by a full stop: plain text, no mark-up.</param>
/// <param name="Classifier">Name of the classifier that it speaks of; null when it speaks of the whole.</param>
public sealed record VerdictSentence(VerdictKind Kind, VerdictTone Tone, string Text, string? Classifier = null);
