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
    public static Report Run(string modelsFolder, IReadOnlyList<string> data, string idField, TrainingContext context)
    {
        IReadOnlyList<(string Path, TextModel Model)> models = ModelFolder.Load(modelsFolder);
        // Models may have been trained on different text fields: a file is read once for each set of them.
        string fingerprint = "";
        int documents = 0;
        var reports = new Dictionary<string, ClassifierReport>();
        foreach (IGrouping<string, (string Path, TextModel Model)> group in models.GroupBy(model => string.Join('\n', model.Model.Manifest.TextFields)))
        {
            string[] labelFields = [.. group.Select(model => model.Model.Manifest.LabelField).Distinct(StringComparer.Ordinal)];
            var watch = Stopwatch.StartNew();
            var schema = new DataSchema(idField, group.First().Model.Manifest.TextFields, labelFields);
            IReadOnlyList<Document> read = DocumentReader.Read(data, Environment.CurrentDirectory, schema, cancellationToken: context.CancellationToken);
            double readSeconds = watch.Elapsed.TotalSeconds;
            (documents, fingerprint) = (read.Count, DataFingerprint.Compute(read));
            foreach ((string path, TextModel model) in group) reports.Add(model.Manifest.Name, Measure(path, model, read, labelFields, readSeconds, context));
        }
        return new Report { ToolVersion = context.ToolVersion, Data = new DataReport(new DataPart(0), new DataPart(documents), fingerprint), Classifiers = reports };
    }

    private static ClassifierReport Measure(string path, TextModel model, IReadOnlyList<Document> documents, string[] labelFields, double readSeconds, TrainingContext context)
    {
        ModelManifest manifest = model.Manifest;
        var watch = Stopwatch.StartNew();
        MetricBlock metrics = ModelTest.Run(model, documents, Array.IndexOf(labelFields, manifest.LabelField), context);
        return new ClassifierReport
        {
            Kind = manifest.Kind,
            Labels = manifest.Labels,
            Trainer = new TrainerReport { Name = manifest.Trainer, Options = manifest.TrainerOptions },
            Calibrated = manifest.Calibrated,
            Test = metrics,
            Timings = new Timings(Read: readSeconds, Evaluate: watch.Elapsed.TotalSeconds),
            Model = new ModelInfo(path.Replace('\\', '/'), new FileInfo(path).Length, model.Vocabulary.Count),
        };
    }
}
