using System.Diagnostics;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Fitting;

namespace TopicModel.Training;

/// <summary>Measures the models of a folder on labelled documents: the same report as after training.</summary>
internal static class ModelEvaluation
{
    /// <summary>Loads every model of the folder and runs it on the documents of the given files, patterns or folders.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder of models.</exception>
    /// <exception cref="FileNotFoundException">It has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used, or two have the same name.</exception>
    /// <exception cref="DataException">The data cannot be read, or has labels that a model does not know.</exception>
    public static EvaluationResult Run(string modelsFolder, IReadOnlyList<string> data, string idField, IReadOnlyList<string> sliceFields, TrainingContext context)
    {
        IReadOnlyList<(string Path, TextModel Model)> models = ModelFolder.Load(modelsFolder);
        // Models may have been trained on different text fields: a file is read once for each set of them.
        string fingerprint = "";
        int documents = 0;
        var reports = new Dictionary<string, ClassifierReport>();
        var analyses = new List<ClassifierAnalysis>();
        IReadOnlyList<DataFinding> absent = [];
        foreach (IGrouping<string, (string Path, TextModel Model)> group in models.GroupBy(model => string.Join('\n', model.Model.Manifest.TextFields)))
        {
            string[] labelFields = [.. group.Select(model => model.Model.Manifest.LabelField).Distinct(StringComparer.Ordinal)];
            var watch = Stopwatch.StartNew();
            var schema = new DataSchema(idField, group.First().Model.Manifest.TextFields, labelFields) { SliceFields = sliceFields };
            IReadOnlyList<Document> read = DocumentReader.ReadSound(data, Environment.CurrentDirectory, schema, out absent, cancellationToken: context.CancellationToken);
            double readSeconds = watch.Elapsed.TotalSeconds;
            (documents, fingerprint) = (read.Count, DataFingerprint.Compute(read));
            foreach ((string path, TextModel model) in group)
            {
                ClassifierAnalysis analysis = Measure(path, model, read, labelFields, readSeconds, sliceFields, context);
                reports.Add(model.Manifest.Name, analysis.Details.Report);
                analyses.Add(analysis);
            }
        }
        var report = new Report { ToolVersion = context.ToolVersion, Data = new DataReport(new DataPart(0), new DataPart(documents), fingerprint), Classifiers = reports };
        return new EvaluationResult(report, absent, analyses);
    }

    private static ClassifierAnalysis Measure(
        string path, TextModel model, IReadOnlyList<Document> documents, string[] labelFields, double readSeconds, IReadOnlyList<string> sliceFields, TrainingContext context)
    {
        ModelManifest manifest = model.Manifest;
        var watch = Stopwatch.StartNew();
        int labelField = Array.IndexOf(labelFields, manifest.LabelField);
        Outcomes outcomes = ModelTest.Run(model, documents, labelField, context);
        MetricBlock metrics = outcomes.Measure(ModelTest.BootstrapSamples, context);
        var report = new ClassifierReport
        {
            Kind = manifest.Kind,
            Labels = manifest.Labels,
            Trainer = new TrainerReport { Name = manifest.Trainer, Options = manifest.TrainerOptions },
            Calibrated = manifest.Calibrated,
            Prevalence = manifest.Prevalence,
            Test = metrics,
            Timings = new Timings(Read: readSeconds, Evaluate: watch.Elapsed.TotalSeconds),
            Model = new ModelInfo(path.Replace('\\', '/'), new FileInfo(path).Length, model.Vocabulary.Count),
        };
        return new ClassifierAnalyzer(manifest.Name, report, model, context) { SliceFields = sliceFields, LabelField = labelField, Test = new JudgedDocuments(documents, outcomes) }.Analyze();
    }
}
