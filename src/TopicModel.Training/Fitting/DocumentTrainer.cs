using System.Diagnostics;
using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Trains a binary, multiclass or multilabel classifier: out-of-fold scores first, for calibration, thresholds and an honest
/// estimate; then one fit on everything.
/// </summary>
internal sealed class DocumentTrainer(ClassifierSpec spec, TrainingData data, TrainingContext context)
{
    private readonly FitClock _clock = new();
    private readonly Stopwatch _calibrateWatch = new();

    /// <summary>Trains.</summary>
    /// <exception cref="DataException">The labels do not allow it: there is only one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainedClassifier Train()
    {
        EncodedLabels labels = LabelEncoder.Fit(data.Documents, spec.LabelField, spec.LabelFieldName, spec.Kind, spec.PositiveLabel);
        context.Report(spec.Name, "features", 0);
        CountMatrix counts = data.Counts.Get(spec, _clock.Featurize);
        context.Report(spec.Name, "fit", 0.2);
        LinearFit fit = LinearFit.Train(counts.Counts, labels, [.. Enumerable.Range(0, data.Documents.Count)], spec, context.FinalRun(spec.Name), _clock);

        (Models.Calibration calibration, double[] thresholds, CrossValidationReport? report) =
            spec.CrossValidation == 0 ? Uncalibrated(labels.Matrix) : Calibrate(counts.Counts, labels);
        (Vocabulary vocabulary, LinearModel linear) = ModelBuilder.Compact(counts, fit);
        string[] names = NgramNames.OfDocuments(data.Documents, spec.Features, spec.TextFields, vocabulary);
        var model = new TextModel(ModelBuilder.Manifest(spec, labels.Labels, labels.NegativeLabel, calibration, spec.CrossValidation > 0, thresholds,
            data.Documents.Count, data.Fingerprint, context.ToolVersion), vocabulary, linear, names);
        context.Report(spec.Name, "trained", 1);
        return new TrainedClassifier(spec, model, fit.Result, report, ScoreProbe.OfDocuments(data.Documents, data.Counts.Source(spec), counts, fit), _clock.Featurize.Elapsed.TotalSeconds, _clock.Fit.Elapsed.TotalSeconds, _calibrateWatch.Elapsed.TotalSeconds);
    }

    private (Models.Calibration, double[], CrossValidationReport?) Uncalibrated(LabelMatrix labels)
    {
        var calibration = Models.Calibration.None(spec.Kind == ClassifierKind.Multiclass ? LinkFunction.Softmax : LinkFunction.Sigmoid, labels.LabelCount);
        return (calibration, spec.Kind == ClassifierKind.Multiclass ? [] : [.. Enumerable.Repeat(0.5, labels.LabelCount)], null);
    }

    private (Models.Calibration, double[], CrossValidationReport?) Calibrate(SparseCounts counts, EncodedLabels labels)
    {
        _calibrateWatch.Start();
        int[] folds = Splitter.Folds(labels.Matrix, data.Groups!, spec.CrossValidation, context.Seed);
        float[] scores = OutOfFold.Score(counts, labels, folds, spec, context);
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, scores, labels.Matrix, context.Seed);
        CrossValidationReport report = new FoldMetrics(spec, labels, scores, folds, context).Report();
        _calibrateWatch.Stop();
        return (calibration, thresholds, report);
    }
}
