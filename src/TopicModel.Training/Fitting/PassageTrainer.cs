using System.Diagnostics;
using TopicModel.Features;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;
using TopicModel.Training.Format;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Trains a classifier of passages. Sentences are judged by a linear model; what it says of sentences in documents that it has not
/// seen teaches the rule that judges documents. Folds hold out whole documents.
/// </summary>
internal sealed class PassageTrainer(ClassifierSpec spec, TrainingData data, TrainingContext context)
{
    private readonly FitClock _clock = new();
    private readonly Stopwatch _calibrateWatch = new();
    private readonly double _prevalence = spec.Prevalence.Of([LabelEncoder.PassageLabel])?[0] ?? double.NaN;

    /// <summary>[document] -> fold in which it is held out; empty without cross-validation.</summary>
    private int[] _foldOfDocument = [];

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
        OutOfFold? outOfFold = spec.CrossValidation == 0 ? null : CrossValidate(corpus, counts.Counts, documentLabels.Matrix);
        double ShareOf(int features) => outOfFold?.Share ?? Pruning.BlindShareOf(spec.Prune, features);
        context.Report(spec.Name, "fit", FitProgress.Start);
        LinearFit fit = Fitter(corpus, counts, [.. Enumerable.Range(0, corpus.Count)], _clock).Fit(ShareOf, context.FinalRun(spec.Name));
        CompactFit compact = CompactFit.Of(fit, spec.Features.Weighting);
        Calibrated calibrated = outOfFold is null ? Uncalibrated(corpus, compact, counts, documentLabels.Matrix) : Calibrate(corpus, outOfFold, documentLabels.Matrix);
        (Vocabulary vocabulary, LinearModel linear, _) = ModelBuilder.Compact(counts, compact, corpus);
        ModelManifest manifest = ModelBuilder.Manifest(spec, corpus.Labels.Labels, documentLabels.NegativeLabel, calibrated.Rule.Sentences, spec.CrossValidation > 0,
            [calibrated.Rule.SentenceThreshold], data.Documents.Count, data.Fingerprint, context.ToolVersion) with
        { Document = calibrated.Rule.Document };
        return new TrainedClassifier(spec, new TextModel(manifest, vocabulary, linear, Names(corpus, vocabulary, linear)), fit.Result, calibrated.Report, calibrated.OutOfFold, ScoreProbe.OfSentences(data.Documents, corpus, counts, compact),
            _clock.Featurize.Elapsed.TotalSeconds, _clock.Fit.Elapsed.TotalSeconds, _calibrateWatch.Elapsed.TotalSeconds)
        { PartFit = new PartFit(documentLabels.Matrix, uses => FitPart(corpus, counts, documentLabels, uses, ShareOf)) };
    }

    private LinearFitter Fitter(SentenceCorpus corpus, CountMatrix counts, int[] rows, FitClock? clock = null) => new(counts.Counts, corpus.Labels, rows, spec, clock);

    private OutOfFold CrossValidate(SentenceCorpus corpus, SparseCounts counts, LabelMatrix documentLabels)
    {
        _calibrateWatch.Start();
        _foldOfDocument = Splitter.Folds(documentLabels, data.Groups!, spec.CrossValidation, context.Seed);
        var outOfFold = new OutOfFold(counts, corpus.Labels, [.. corpus.DocumentOfRow.Select(document => _foldOfDocument[document])], spec, context);
        outOfFold.Run((scores, end) =>
        {
            var passages = new PassageScores(corpus, documentLabels, scores, _prevalence, context.Seed);
            bool IsScored(int document) => _foldOfDocument[document] < end;
            return passages.Decide(passages.Fit(IsScored), IsScored).Measure(bootstrapSamples: 0, context);
        });
        _calibrateWatch.Stop();
        return outOfFold;
    }

    private Calibrated Calibrate(SentenceCorpus corpus, OutOfFold outOfFold, LabelMatrix documentLabels)
    {
        _calibrateWatch.Start();
        var passages = new PassageScores(corpus, documentLabels, outOfFold.Scores, _prevalence, context.Seed);
        PassageRule rule = passages.Fit(_ => true);
        CrossValidationReport report = CrossValidationReport.Of([.. Enumerable.Range(0, spec.CrossValidation).Select(fold =>
            passages.Decide(passages.Fit(document => _foldOfDocument[document] != fold), document => _foldOfDocument[document] == fold).Measure(bootstrapSamples: 0, context))]);
        _calibrateWatch.Stop();
        return new Calibrated(rule, report, passages.Decide(rule, _ => true) with { Corpus = corpus });
    }

    /// <summary>A model of some of the documents, pruned as the whole one, with rules fitted on the other documents.</summary>
    private TextModel FitPart(SentenceCorpus corpus, CountMatrix counts, EncodedLabels documentLabels, bool[] uses, Func<int, double> share)
    {
        int[] inside = [.. Enumerable.Range(0, corpus.Count).Where(row => uses[corpus.DocumentOfRow[row]])], outside = [.. Enumerable.Range(0, corpus.Count).Where(row => !uses[corpus.DocumentOfRow[row]])];
        LinearFit fit = Fitter(corpus, counts, inside).Fit(share, context.Run(context.Threads));
        CompactFit compact = CompactFit.Of(fit, spec.Features.Weighting);
        var scores = new float[corpus.Count];
        compact.Score(counts.Counts, outside, scores);
        PassageRule rule = new PassageScores(corpus, documentLabels.Matrix, scores, _prevalence, context.Seed).Fit(document => !uses[document]);
        (Vocabulary vocabulary, LinearModel linear, _) = ModelBuilder.Compact(counts, compact, corpus);
        ModelManifest manifest = ModelBuilder.Manifest(spec, corpus.Labels.Labels, documentLabels.NegativeLabel, rule.Sentences, calibrated: true,
            [rule.SentenceThreshold], uses.Count(used => used), data.Fingerprint, context.ToolVersion) with
        { Document = rule.Document };
        return new TextModel(manifest, vocabulary, linear, null);
    }

    /// <summary>Without cross-validation the document rule can only be learned on sentences that the model has seen.</summary>
    private Calibrated Uncalibrated(SentenceCorpus corpus, CompactFit fit, CountMatrix counts, LabelMatrix documentLabels)
    {
        var scores = new float[corpus.Count];
        fit.Score(counts.Counts, [.. Enumerable.Range(0, corpus.Count)], scores);
        PassageRule rule = new PassageScores(corpus, documentLabels, scores, _prevalence, context.Seed).Fit(_ => true, Models.Calibration.None(LinkFunction.Sigmoid, 1));
        return new Calibrated(rule, null, null);
    }

    private NgramTexts Names(SentenceCorpus corpus, Vocabulary vocabulary, LinearModel linear)
    {
        var names = new NgramNames(vocabulary, NgramNames.Strongest(vocabulary, linear, spec.Features.Weighting));
        foreach ((ulong hash, string name) in SentenceFeatures.FormNames()) names.Name(hash, name);
        var ngrams = new NgramBuffer(recordSpans: true);
        for (int row = 0; row < corpus.Count && !names.IsComplete; row++)
        {
            corpus.Extract(row, ngrams);
            names.Name(corpus.Text(row), ngrams, 0, ngrams.Count, spec.Features);
        }
        return NgramTextsLayout.Of(names.Names, vocabulary.Count);
    }

    private sealed record Calibrated(PassageRule Rule, CrossValidationReport? Report, Outcomes? OutOfFold);
}
