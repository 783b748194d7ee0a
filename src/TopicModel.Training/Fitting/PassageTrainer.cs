using System.Diagnostics;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Trains a classifier of passages. Sentences are judged by a linear model; what it says of sentences in documents that it has not
/// seen teaches the rule that judges documents. Folds hold out whole documents.
/// </summary>
internal sealed class PassageTrainer(ClassifierSpec spec, TrainingData data, TrainingContext context)
{
    private readonly FitClock _clock = new();
    private readonly Stopwatch _calibrateWatch = new();

    /// <summary>Trains.</summary>
    /// <exception cref="DataException">All documents or none have passages, or none of these is a sentence.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainedClassifier Train()
    {
        EncodedLabels documentLabels = LabelEncoder.Fit(data.Documents, spec.LabelField, spec.LabelFieldName, spec.Kind, spec.PositiveLabel);
        context.Report(spec.Name, "features", 0);
        _clock.StartFeaturizing();
        var corpus = new SentenceCorpus(data.Documents, spec.TextFields, spec.SentenceFields, spec.Features, spec.LabelField);
        if (corpus.Labels.Matrix.Supports()[0] == 0)
            throw new DataException($"field '{spec.LabelFieldName}': none of the passages is a sentence of {Wording.Fields(spec.SentenceFields)}, expected passages as they stand there");
        CountMatrix counts = CountMatrix.Build(corpus, spec.Features.MinDocumentFrequency, context.Threads, context.CancellationToken);
        context.Report(spec.Name, "fit", 0.2);
        LinearFit fit = LinearFit.Train(counts.Counts, corpus.Labels, [.. Enumerable.Range(0, corpus.Count)], spec, context.FinalRun(spec.Name), _clock);

        Calibrated calibrated = spec.CrossValidation == 0 ? Uncalibrated(corpus, fit, counts, documentLabels.Matrix) : Calibrate(corpus, counts, documentLabels.Matrix);
        (Vocabulary vocabulary, LinearModel linear) = ModelBuilder.Compact(counts, fit);
        ModelManifest manifest = ModelBuilder.Manifest(spec, corpus.Labels.Labels, documentLabels.NegativeLabel, calibrated.Sentences, spec.CrossValidation > 0,
            [calibrated.SentenceThreshold], data.Documents.Count, data.Fingerprint, context.ToolVersion) with
        { Document = calibrated.Document };
        context.Report(spec.Name, "trained", 1);
        return new TrainedClassifier(spec, new TextModel(manifest, vocabulary, linear, Names(corpus, vocabulary)), fit.Result, calibrated.Report, ScoreProbe.OfSentences(data.Documents, corpus, counts, fit),
            _clock.Featurize.Elapsed.TotalSeconds, _clock.Fit.Elapsed.TotalSeconds, _calibrateWatch.Elapsed.TotalSeconds);
    }

    private Calibrated Calibrate(SentenceCorpus corpus, CountMatrix counts, LabelMatrix documentLabels)
    {
        _calibrateWatch.Start();
        int[] foldOfDocument = Splitter.Folds(documentLabels, data.Groups!, spec.CrossValidation, context.Seed);
        int[] foldOfRow = [.. corpus.DocumentOfRow.Select(document => foldOfDocument[document])];
        float[] scores = OutOfFold.Score(counts.Counts, corpus.Labels, foldOfRow, spec, context);
        var passages = new PassageScores(corpus, documentLabels, scores, context.Seed);
        PassageRule rule = passages.Fit(_ => true);
        CrossValidationReport report = CrossValidationReport.Of([.. Enumerable.Range(0, spec.CrossValidation).Select(fold =>
            passages.Evaluate(passages.Fit(document => foldOfDocument[document] != fold), document => foldOfDocument[document] == fold, context))]);
        _calibrateWatch.Stop();
        return new Calibrated(rule.Sentences, rule.SentenceThreshold, rule.Document, report);
    }

    /// <summary>Without cross-validation the document rule can only be learned on sentences that the model has seen.</summary>
    private Calibrated Uncalibrated(SentenceCorpus corpus, LinearFit fit, CountMatrix counts, LabelMatrix documentLabels)
    {
        var scores = new float[corpus.Count];
        fit.Score(counts.Counts, [.. Enumerable.Range(0, corpus.Count)], scores);
        PassageRule rule = new PassageScores(corpus, documentLabels, scores, context.Seed).Fit(_ => true, Models.Calibration.None(LinkFunction.Sigmoid, 1));
        return new Calibrated(rule.Sentences, rule.SentenceThreshold, rule.Document, null);
    }

    private string[] Names(SentenceCorpus corpus, Vocabulary vocabulary)
    {
        var names = new NgramNames(vocabulary);
        var ngrams = new NgramBuffer(recordSpans: true);
        for (int row = 0; row < corpus.Count; row++)
        {
            corpus.Extract(row, ngrams);
            names.Name(corpus.Text(row), ngrams, 0, ngrams.Count, spec.Features);
        }
        foreach ((ulong hash, string name) in SentenceFeatures.FormNames()) names.Name(hash, name);
        return names.Names;
    }

    private sealed record Calibrated(Models.Calibration Sentences, double SentenceThreshold, DocumentRule Document, CrossValidationReport? Report);
}
