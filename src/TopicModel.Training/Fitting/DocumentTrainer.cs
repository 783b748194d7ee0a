using System.Diagnostics;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Calibration;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;
using TopicModel.Training.Format;

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

        Calibrated calibrated = spec.CrossValidation == 0 ? Uncalibrated(labels.Matrix) : Calibrate(counts.Counts, labels);
        var importance = new FeatureImportance(fit, spec.Features.Weighting);
        double share = calibrated.Share ?? PruneLevels.BlindlyShare(spec.Prune, importance.Count);
        CompactFit compact = CompactFit.Of(fit, importance, spec.Features.Weighting, share);
        (Vocabulary vocabulary, LinearModel linear) = ModelBuilder.Compact(counts, compact, Source());
        ModelManifest manifest = ModelBuilder.Manifest(spec, labels.Labels, labels.NegativeLabel, calibrated.Calibration, spec.CrossValidation > 0, calibrated.Thresholds,
            data.Documents.Count, data.Fingerprint, context.ToolVersion);
        return new TrainedClassifier(spec, new TextModel(manifest, vocabulary, linear, Names(vocabulary, linear)), fit.Result, calibrated.Report, calibrated.OutOfFold,
            ScoreProbe.OfDocuments(data.Documents, Source(), counts, compact), _clock.Featurize.Elapsed.TotalSeconds, _clock.Fit.Elapsed.TotalSeconds, _calibrateWatch.Elapsed.TotalSeconds)
        { PartFit = new PartFit(labels.Matrix, uses => FitPart(counts, labels, uses, share)) };
    }

    private DocumentSource Source() => data.Counts.Source(spec);

    /// <summary>A model of some of the documents, pruned as the whole one and calibrated on the other documents.</summary>
    private TextModel FitPart(CountMatrix counts, EncodedLabels labels, bool[] uses, double share)
    {
        int[] inside = [.. Enumerable.Range(0, uses.Length).Where(row => uses[row])], outside = [.. Enumerable.Range(0, uses.Length).Where(row => !uses[row])];
        LinearFit fit = LinearFit.Train(counts.Counts, labels, inside, spec, context.Run(context.Threads), new FitClock());
        CompactFit compact = CompactFit.Of(fit, new FeatureImportance(fit, spec.Features.Weighting), spec.Features.Weighting, share);
        int outputs = labels.Matrix.LabelCount;
        var scores = new float[uses.Length * outputs];
        compact.Score(counts.Counts, outside, scores);
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, [.. outside.SelectMany(row => scores[(row * outputs)..((row + 1) * outputs)])], labels.Matrix.Select(outside), context.Seed);
        (Vocabulary vocabulary, LinearModel linear) = ModelBuilder.Compact(counts, compact, Source());
        return new TextModel(ModelBuilder.Manifest(spec, labels.Labels, labels.NegativeLabel, calibration, calibrated: true, thresholds, inside.Length, data.Fingerprint, context.ToolVersion), vocabulary, linear, null);
    }

    private NgramTexts Names(Vocabulary vocabulary, LinearModel linear)
    {
        var names = new NgramNames(vocabulary, NgramNames.Strongest(vocabulary, linear, spec.Features.Weighting));
        names.NameIn(data.Documents, spec.Features, spec.TextFields);
        return NgramTextsLayout.Of(names.Names, vocabulary.Count);
    }

    private Calibrated Uncalibrated(LabelMatrix labels)
    {
        var calibration = Models.Calibration.None(spec.Kind == ClassifierKind.Multiclass ? LinkFunction.Softmax : LinkFunction.Sigmoid, labels.LabelCount);
        return new Calibrated(calibration, spec.Kind == ClassifierKind.Multiclass ? [] : [.. Enumerable.Repeat(0.5, labels.LabelCount)], null, null, null);
    }

    private Calibrated Calibrate(SparseCounts counts, EncodedLabels labels)
    {
        _calibrateWatch.Start();
        int[] folds = Splitter.Folds(labels.Matrix, data.Groups!, spec.CrossValidation, context.Seed);
        OutOfFold outOfFold = OutOfFold.Score(counts, labels, folds, spec, context);
        int level = PruneLevels.Choose(Measure(outOfFold.Unpruned, labels), i => Measure(outOfFold.ByLevel[i], labels), outOfFold.ByLevel.Length, spec.Prune);
        float[] scores = outOfFold.ByLevel[level];
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, scores, labels.Matrix, context.Seed);
        CrossValidationReport report = new FoldMetrics(spec, labels, scores, folds, context).Report();
        var decisions = new Outcomes(Predictions.Decide(spec.Kind, labels.Labels, labels.NegativeLabel, labels.Matrix, scores, calibration, thresholds));
        _calibrateWatch.Stop();
        return new Calibrated(calibration, thresholds, PruneLevels.Shares(spec.Prune)[level], report, decisions);
    }

    /// <summary>Metrics of out-of-fold scores with the calibration and thresholds that fit them best.</summary>
    private MetricBlock Measure(float[] scores, EncodedLabels labels)
    {
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, scores, labels.Matrix, context.Seed);
        PredictionSet predictions = Predictions.Decide(spec.Kind, labels.Labels, labels.NegativeLabel, labels.Matrix, scores, calibration, thresholds);
        return Evaluator.Evaluate(predictions, bootstrapSamples: 0, context.Seed, context.Threads, context.CancellationToken);
    }

    /// <summary>What the out-of-fold scores teach; without them the share of the features to keep is not known and there is no report.</summary>
    private sealed record Calibrated(Models.Calibration Calibration, double[] Thresholds, double? Share, CrossValidationReport? Report, Outcomes? OutOfFold);
}
