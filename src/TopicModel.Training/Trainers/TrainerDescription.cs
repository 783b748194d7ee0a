namespace TopicModel.Training.Trainers;

/// <summary>A trainer that train.json can name, for help texts and the JSON schema.</summary>
/// <param name="Name">Name in train.json ("LinearSvm").</param>
/// <param name="Summary">What it is, one sentence.</param>
/// <param name="UsesFeatureScales">Whether it can train with <see cref="TrainingProblem.FeatureScales"/> (the weighting "logCountRatio").</param>
/// <param name="Options">Its options, ordinal by key.</param>
public sealed record TrainerDescription(string Name, string Summary, bool UsesFeatureScales, IReadOnlyList<OptionDescription> Options);
