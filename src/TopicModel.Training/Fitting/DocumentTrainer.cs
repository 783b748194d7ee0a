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
        Calibrated calibrated = spec.CrossValidation == 0 ? Uncalibrated(labels.Matrix) : Calibrate(counts.Counts, labels);
        context.Report(spec.Name, "fit", FitProgress.Start);
        LinearFit fit = Fitter(counts, labels, [.. Enumerable.Range(0, data.Documents.Count)], _clock).Fit(calibrated.Share, context.FinalRun(spec.Name));
        CompactFit compact = CompactFit.Of(fit, spec.Features.Weighting);
        (Vocabulary vocabulary, LinearModel linear, int[] kept) = ModelBuilder.Compact(counts, compact, Source());
        ModelManifest manifest = ModelBuilder.Manifest(spec, labels.Labels, labels.NegativeLabel, calibrated.Calibration, spec.CrossValidation > 0, calibrated.Thresholds,
            data.Documents.Count, data.Fingerprint, context.ToolVersion);
        return new TrainedClassifier(spec, new TextModel(manifest, vocabulary, linear, Names(vocabulary, linear, counts, kept)), fit.Result, calibrated.Report, calibrated.OutOfFold,
            ScoreProbe.OfDocuments(data.Documents, Source(), counts, compact), _clock.Featurize.Elapsed.TotalSeconds, _clock.Fit.Elapsed.TotalSeconds, _calibrateWatch.Elapsed.TotalSeconds)
        { PartFit = new PartFit(labels.Matrix, uses => FitPart(counts, labels, uses, calibrated.Share)) };
    }

    private LinearFitter Fitter(CountMatrix counts, EncodedLabels labels, int[] rows, FitClock? clock = null) => new(counts.Counts, labels, rows, spec, clock);

    private DocumentSource Source() => data.Counts.Source(spec);

    /// <summary>A model of some of the documents, pruned as the whole one and calibrated on the other documents.</summary>
    private TextModel FitPart(CountMatrix counts, EncodedLabels labels, bool[] uses, Func<int, double> share)
    {
        int[] inside = [.. Enumerable.Range(0, uses.Length).Where(row => uses[row])], outside = [.. Enumerable.Range(0, uses.Length).Where(row => !uses[row])];
        LinearFit fit = Fitter(counts, labels, inside).Fit(share, context.Run(context.Threads));
        CompactFit compact = CompactFit.Of(fit, spec.Features.Weighting);
        int outputs = labels.Matrix.LabelCount;
        var scores = new float[uses.Length * outputs];
        compact.Score(counts.Counts, outside, scores);
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, OutOfFold.Select(scores, outside, outputs), labels.Matrix.Select(outside), context.Seed, spec.Prevalence.Of(labels.Labels));
        (Vocabulary vocabulary, LinearModel linear, _) = ModelBuilder.Compact(counts, compact, Source());
        return new TextModel(ModelBuilder.Manifest(spec, labels.Labels, labels.NegativeLabel, calibration, calibrated: true, thresholds, inside.Length, data.Fingerprint, context.ToolVersion), vocabulary, linear, null);
    }

    private NgramTexts Names(Vocabulary vocabulary, LinearModel linear, CountMatrix counts, int[] kept)
    {
        IReadOnlyCollection<int> strongest = NgramNames.Strongest(vocabulary, linear, spec.Features.Weighting);
        var names = new NgramNames(vocabulary, strongest);
        names.NameIn(counts.Counts.FirstRowsWith(strongest.Select(feature => kept[feature])).Select(row => data.Documents[row]), spec.Features, spec.TextFields);
        return NgramTextsLayout.Of(names.Names, vocabulary.Count);
    }

    private Calibrated Uncalibrated(LabelMatrix labels)
    {
        var calibration = Models.Calibration.None(spec.Kind == ClassifierKind.Multiclass ? LinkFunction.Softmax : LinkFunction.Sigmoid, labels.LabelCount);
        return new Calibrated(calibration, spec.Kind == ClassifierKind.Multiclass ? [] : [.. Enumerable.Repeat(0.5, labels.LabelCount)], features => Pruning.BlindShareOf(spec.Prune, features), null, null);
    }

    private Calibrated Calibrate(SparseCounts counts, EncodedLabels labels)
    {
        _calibrateWatch.Start();
        int[] folds = Splitter.Folds(labels.Matrix, data.Groups!, spec.CrossValidation, context.Seed);
        var outOfFold = new OutOfFold(counts, labels, folds, spec, context);
        outOfFold.Run((scores, end) => Measure(scores, labels, [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] < end)]));
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, outOfFold.Scores, labels.Matrix, context.Seed, spec.Prevalence.Of(labels.Labels));
        CrossValidationReport report = new FoldMetrics(spec, labels, outOfFold.Scores, folds, context).Report();
        var decisions = new Outcomes(Predictions.Decide(spec.Kind, labels.Labels, labels.NegativeLabel, labels.Matrix, outOfFold.Scores, calibration, thresholds));
        _calibrateWatch.Stop();
        return new Calibrated(calibration, thresholds, _ => outOfFold.Share, report, decisions);
    }

    /// <summary>Metrics of the out-of-fold scores of some rows, with the calibration and thresholds that fit them best.</summary>
    private MetricBlock Measure(float[] scores, EncodedLabels labels, int[] rows)
    {
        LabelMatrix truth = labels.Matrix.Select(rows);
        float[] ofRows = OutOfFold.Select(scores, rows, truth.LabelCount);
        (Models.Calibration calibration, double[] thresholds) = CalibrationFitter.Fit(spec.Kind, ofRows, truth, context.Seed, spec.Prevalence.Of(labels.Labels));
        PredictionSet predictions = Predictions.Decide(spec.Kind, labels.Labels, labels.NegativeLabel, truth, ofRows, calibration, thresholds);
        return Evaluator.Evaluate(predictions, bootstrapSamples: 0, context.Seed, context.Threads, context.CancellationToken);
    }

    /// <summary>What the out-of-fold scores teach.</summary>
    /// <param name="Calibration">Scores -> probabilities.</param>
    /// <param name="Thresholds">[output]; empty for multiclass.</param>
    /// <param name="Share">Number of features -> share of them to keep.</param>
    /// <param name="Report">Null without cross-validation.</param>
    /// <param name="OutOfFold">Decisions by the other folds' models; null without cross-validation.</param>
    private sealed record Calibrated(Models.Calibration Calibration, double[] Thresholds, Func<int, double> Share, CrossValidationReport? Report, Outcomes? OutOfFold);
}
