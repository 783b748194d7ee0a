namespace TopicModel.Training;

/// <summary>Where the training of a classifier is.</summary>
/// <param name="Classifier">Its name.</param>
/// <param name="Step">What is being done ("cross-validation, fold 3 of 5").</param>
/// <param name="Share">How much of the classifier's work is done, 0 to 1.</param>
public sealed record TrainingStep(string Classifier, string Step, double Share);
