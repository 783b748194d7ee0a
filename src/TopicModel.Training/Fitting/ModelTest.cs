using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>Measures a model on labelled documents, through the code that apps run.</summary>
internal static class ModelTest
{
    private const int BootstrapSamples = 1000;

    /// <summary>Labels the documents and compares with their labels.</summary>
    /// <exception cref="DataException">A document has a label that the model does not know.</exception>
    public static MetricBlock Run(TextModel model, IReadOnlyList<Document> documents, ClassifierSpec spec, TrainingContext context)
    {
        LabelMatrix truth = LabelEncoder.Apply(documents, spec.LabelField, spec.LabelFieldName, spec.Kind, model.Manifest.Labels, model.Manifest.NegativeLabel);
        if (spec.Kind == ClassifierKind.Passages) return PassageEvaluation.Evaluate(new TaskListDetector(model), documents, spec, truth, context);
        PredictionSet predictions = Predictions.Of(new TopicClassifier(model), [.. documents.Select(document => document.Texts)], truth, context.Threads, context.CancellationToken);
        return Evaluator.Evaluate(predictions, BootstrapSamples, context.Seed, context.Threads);
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
