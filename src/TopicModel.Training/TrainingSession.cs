using System.Diagnostics;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
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
            foreach (ClassifierSpec classifier in spec.Classifiers) reports.Add(classifier.Name, Train(classifier, data, split.Test, files));
            context.CancellationToken.ThrowIfCancellationRequested();
            var dataReport = new DataReport(new DataPart(split.Train.Count), new DataPart(split.Test.Count), fingerprint);
            return new SessionResult(new Report { ToolVersion = context.ToolVersion, Data = dataReport, Classifiers = reports }, files, _doubts);
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
        var schema = new DataSchema(spec.IdField, spec.TextFields, spec.LabelFields);
        IReadOnlyList<Document> documents = DocumentReader.Read(spec.Train, spec.BaseFolder, schema, cancellationToken: context.CancellationToken);
        IReadOnlyList<Document> test = spec.Test.Count == 0 ? [] : DocumentReader.Read(spec.Test, spec.BaseFolder, schema, cancellationToken: context.CancellationToken);
        _readSeconds = watch.Elapsed.TotalSeconds;
        // Without cross-validation only a quick fit is asked for, and comparing all texts takes longer than that.
        if (spec.Classifiers.Any(classifier => classifier.CrossValidation > 0))
            _doubts = DataInspector.FindDoubts(documents, test, schema, spec.Classifiers.Select(Inspected), context.Threads, context.CancellationToken);
        return SplitData.Make(spec, documents, test, context);
    }

    private static InspectedClassifier Inspected(ClassifierSpec classifier) =>
        new(classifier.Name, classifier.Kind, classifier.LabelField, classifier.CrossValidation, classifier.PositiveLabel);

    private ClassifierReport Train(ClassifierSpec classifier, TrainingData data, IReadOnlyList<Document> test, StagedFiles files)
    {
        TrainedClassifier trained = classifier.Kind == ClassifierKind.Passages
            ? new PassageTrainer(classifier, data, context).Train()
            : new DocumentTrainer(classifier, data, context).Train();
        var watch = Stopwatch.StartNew();
        MetricBlock? metrics = test.Count == 0 ? null : ModelTest.Run(trained.Model, test, classifier.LabelField, context);
        double evaluateSeconds = watch.Elapsed.TotalSeconds;
        ModelManifest manifest = trained.Model.Manifest with { TestMetrics = ModelTest.Summary(metrics) };
        var model = new TextModel(manifest, trained.Model.Vocabulary, trained.Model.Linear, trained.Model.Ngrams);
        return new ClassifierReport
        {
            Kind = classifier.Kind,
            Labels = manifest.Labels,
            Trainer = Describe(classifier.Trainer, trained.Result),
            Calibrated = manifest.Calibrated,
            Test = metrics,
            CrossValidation = trained.CrossValidation,
            Timings = new Timings(_readSeconds, trained.FeaturizeSeconds, trained.FitSeconds, trained.CalibrateSeconds, evaluateSeconds),
            Model = Write(model, trained.Probes, files),
        };
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
