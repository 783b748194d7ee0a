namespace TopicModel.Training.Evaluation;

/// <summary>Seconds that the steps took by the clock on the wall. The one part of a report that differs from run to run.</summary>
/// <param name="Read">Reading and checking the data; the same for all classifiers of a run, which share it.</param>
/// <param name="Featurize">Texts to sparse matrix.</param>
/// <param name="Fit">The last fit, on all training documents.</param>
/// <param name="Calibrate">The fits of the folds, calibration and thresholds.</param>
/// <param name="Evaluate">Scoring the test documents, metrics and intervals.</param>
public sealed record Timings(double Read = 0, double Featurize = 0, double Fit = 0, double Calibrate = 0, double Evaluate = 0);
