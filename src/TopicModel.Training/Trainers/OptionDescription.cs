namespace TopicModel.Training.Trainers;

/// <summary>An option of a trainer, for help texts and the JSON schema.</summary>
/// <param name="Key">Key in train.json ("maxIterations").</param>
/// <param name="Default">Value when it is not given, as text in train.json.</param>
/// <param name="Range">What is allowed.</param>
/// <param name="Meaning">What it does, one sentence.</param>
public sealed record OptionDescription(string Key, string Default, NumberRange Range, string Meaning);
