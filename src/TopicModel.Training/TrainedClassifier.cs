using TopicModel.Models;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training;

/// <summary>A trained classifier, not yet written.</summary>
/// <param name="Spec">What was asked for.</param>
/// <param name="Model">The model.</param>
/// <param name="Result">How the last fit ended.</param>
/// <param name="CrossValidation">Metrics of the cross-validation, or null without one.</param>
/// <param name="OutOfFold">What models of the other folds say of each training document, by the final calibration and thresholds; null without cross-validation.</param>
/// <param name="Probes">Texts of training documents with the scores that the trainer's own matrix gives them.</param>
/// <param name="FeaturizeSeconds">Spent on counting and weighting features.</param>
/// <param name="FitSeconds">Spent on the last fit.</param>
/// <param name="CalibrateSeconds">Spent on cross-validation and calibration.</param>
internal sealed record TrainedClassifier(
    ClassifierSpec Spec, TextModel Model, TrainingResult Result, CrossValidationReport? CrossValidation, Outcomes? OutOfFold, IReadOnlyList<ScoreProbe> Probes,
    double FeaturizeSeconds, double FitSeconds, double CalibrateSeconds)
{
    /// <summary>Trains models of parts of the same documents.</summary>
    public required PartFit PartFit { get; init; }
}
