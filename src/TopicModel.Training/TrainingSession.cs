using System.Diagnostics;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Fitting;
using TopicModel.Training.Format;
using TopicModel.Training.Trainers;

namespace TopicModel.Training;

/// <summary>
/// One run of <c>train</c>: reads the data, splits it, trains, calibrates and tests every classifier, writes each model beside its
/// place, reads it back and compares. Nothing on disk changes until the result is committed.
/// </summary>
internal sealed class TrainingSession(SessionSpec spec, TrainingContext context)
{
    private double _readSeconds;
    private IReadOnlyList<DataFinding> _doubts = [];
    private IReadOnlyList<DuplicatePair> _leaks = [];
    private CheckedLabels _checked = CheckedLabels.None;

    /// <summary>Runs. The caller commits the files of the result, or disposes it.</summary>
    /// <exception cref="DataException">The data cannot be learned from.</exception>
    /// <exception cref="IOException">A model cannot be written.</exception>
    /// <exception cref="ModelVerificationException">A written model does not score as the trained one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing was changed.</exception>
    public SessionResult Run()
    {
        var files = new StagedFiles();
        try
        {
            SplitData split = Read();
            string fingerprint = DataFingerprint.Compute(split.Train);
            var data = new TrainingData(split.Train, split.Groups, fingerprint, new CountCache(split.Train, context));
            var reports = new Dictionary<string, ClassifierReport>();
            var analyses = new List<ClassifierAnalysis>();
            foreach (ClassifierSpec classifier in spec.Classifiers)
            {
                ClassifierAnalysis analysis = Train(classifier, data, split.Test, files);
                reports.Add(classifier.Name, analysis.Details.Report);
                analyses.Add(analysis);
            }
            context.CancellationToken.ThrowIfCancellationRequested();
            var dataReport = new DataReport(new DataPart(split.Train.Count), new DataPart(split.Test.Count), fingerprint);
            return new SessionResult(new Report { ToolVersion = context.ToolVersion, Data = dataReport, Classifiers = reports }, files, _doubts, _leaks, analyses);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    private SplitData Read()
    {
        var watch = Stopwatch.StartNew();
        if (spec.CheckedLabels is { } path) _checked = CheckedLabels.Read(path);
        var schema = new DataSchema(spec.IdField, spec.TextFields, spec.LabelFields) { SliceFields = spec.SliceFields };
        IReadOnlyList<Document> documents = DocumentReader.ReadSound(spec.Train, spec.BaseFolder, schema, out IReadOnlyList<DataFinding> absentSlices, cancellationToken: context.CancellationToken);
        // Where there are test files, figures are told apart in them.
        IReadOnlyList<Document> test = spec.Test.Count == 0 ? [] : DocumentReader.ReadSound(spec.Test, spec.BaseFolder, schema, out absentSlices, cancellationToken: context.CancellationToken);
        _readSeconds = watch.Elapsed.TotalSeconds;
        ShingleSketches? sketches = SplitData.Sketch(spec, documents, test, context);
        // Without cross-validation only a quick fit is asked for, and comparing all texts takes longer than that.
        if (spec.CrossValidates) (_doubts, _leaks) = DataInspector.FindDoubts(documents, test, schema, spec.Classifiers.Select(Inspected), sketches!, context.CancellationToken);
        _doubts = [.. _doubts, .. absentSlices];
        return SplitData.Make(spec, documents, test, sketches, context);
    }

    private static InspectedClassifier Inspected(ClassifierSpec classifier) =>
        new(classifier.Name, classifier.Kind, classifier.LabelField, classifier.CrossValidation, classifier.PositiveLabel);

    private ClassifierAnalysis Train(ClassifierSpec classifier, TrainingData data, IReadOnlyList<Document> test, StagedFiles files)
    {
        TrainedClassifier trained = classifier.Kind == ClassifierKind.Passages
            ? new PassageTrainer(classifier, data, context).Train()
            : new DocumentTrainer(classifier, data, context).Train();
        var watch = Stopwatch.StartNew();
        Outcomes? outcomes = test.Count == 0 ? null : ModelTest.Run(trained.Model, test, classifier.LabelField, context);
        MetricBlock? metrics = outcomes?.Measure(ModelTest.BootstrapSamples, context);
        double evaluateSeconds = watch.Elapsed.TotalSeconds;
        ModelManifest manifest = trained.Model.Manifest with { TestMetrics = ModelTest.Summary(metrics) };
        var model = new TextModel(manifest, trained.Model.Vocabulary, trained.Model.Linear, trained.Model.Ngrams);
        var report = new ClassifierReport
        {
            Kind = classifier.Kind,
            Labels = manifest.Labels,
            Trainer = Describe(classifier.Trainer, trained.Result),
            Calibrated = manifest.Calibrated,
            Prevalence = manifest.Prevalence,
            Test = metrics,
            CrossValidation = trained.CrossValidation,
            Timings = new Timings(_readSeconds, trained.FeaturizeSeconds, trained.FitSeconds, trained.CalibrateSeconds, evaluateSeconds),
            Model = Write(model, trained.Probes, files),
        };
        LearningCurve? curve = classifier.LearningCurve(data.Documents.Count) && metrics is not null ? new LearningCurveFitter(classifier, data, test, context).Fit(trained.PartFit, metrics) : null;
        context.Report(classifier.Name, "trained", 1);
        return new ClassifierAnalyzer(classifier.Name, report, model, context)
        {
            SliceFields = spec.SliceFields,
            LabelField = classifier.LabelField,
            LearningCurve = curve,
            Training = trained.OutOfFold is { } unseen ? new JudgedDocuments(data.Documents, unseen) : null,
            TrainingLabels = trained.PartFit.Labels,
            Groups = data.Groups,
            Checked = _checked,
            Test = outcomes is null ? null : new JudgedDocuments(test, outcomes),
            TestIsHeldOut = spec.Test.Count == 0,
        }.Analyze();
    }

    private static TrainerReport Describe(ITrainer trainer, TrainingResult result) => new()
    {
        Name = trainer.Name,
        Options = trainer.Options,
        Iterations = result.Iterations,
        Objective = result.Objective,
        Converged = result.Converged,
    };

    private ModelInfo Write(TextModel model, IReadOnlyList<ScoreProbe> probes, StagedFiles files)
    {
        string name = model.Manifest.Name + ModelLayout.FileExtension, path = Path.Combine(spec.ModelsFolder, name);
        byte[] bytes = ModelWriter.ToBytes(model);
        TextModel readBack = ModelReader.Load(files.Stage(path, bytes));
        foreach (ScoreProbe probe in probes) probe.Verify(readBack, path);
        return new ModelInfo(Path.Combine(spec.ModelsName, name).Replace('\\', '/'), bytes.Length, model.Vocabulary.Count);
    }
}
