using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>Runs a model on labelled documents, through the code that apps run.</summary>
internal static class ModelTest
{
    /// <summary>Resamples of the test documents for the intervals.</summary>
    internal const int BootstrapSamples = 1000;

    /// <summary>Labels the documents and compares with their labels, which are in <paramref name="labelField"/> of the data schema.</summary>
    /// <exception cref="DataException">A document has a label that the model does not know.</exception>
    public static Outcomes Run(TextModel model, IReadOnlyList<Document> documents, int labelField, TrainingContext context)
    {
        ModelManifest manifest = model.Manifest;
        LabelMatrix truth = LabelEncoder.Apply(documents, labelField, manifest.LabelField, manifest.Kind, manifest.Labels, manifest.NegativeLabel);
        if (manifest.Kind == ClassifierKind.Passages) return PassageEvaluation.Run(new TaskListDetector(model), documents, labelField, truth, context);
        return new Outcomes(Predictions.Of(new TopicClassifier(model), documents, truth, context.Threads, context.CancellationToken));
    }

    /// <summary>[metric] -> value, for the manifest; empty without a test, and without metrics that are undefined.</summary>
    public static IReadOnlyDictionary<string, double> Summary(MetricBlock? metrics)
    {
        var summary = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (metrics is null) return summary;
        foreach ((string name, double value) in metrics.ToDictionary()) if (double.IsFinite(value)) summary.Add(name, value);
        if (metrics.Passages is { } passages)
            foreach ((string name, double value) in passages.ToDictionary()) if (double.IsFinite(value)) summary.Add($"passages.{name}", value);
        return summary;
    }
}
