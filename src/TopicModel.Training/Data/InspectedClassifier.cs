namespace TopicModel.Training.Data;

/// <summary>What the inspection of data must know about a classifier.</summary>
/// <param name="Name">Name of the classifier in train.json.</param>
/// <param name="Kind">What it decides.</param>
/// <param name="LabelField">Number of its label field in the schema.</param>
/// <param name="Folds">Folds of its cross-validation; below 2 there is none.</param>
/// <param name="Positive">Positive value (binary); null to guess it.</param>
public sealed record InspectedClassifier(string Name, ClassifierKind Kind, int LabelField, int Folds, string? Positive = null);
