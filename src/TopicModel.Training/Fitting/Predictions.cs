using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>Makes prediction sets: of scores, and of documents that a finished model labels.</summary>
internal static class Predictions
{
    /// <summary>Calibrates scores, [example * labels + label], and decides as the predictor does.</summary>
    public static PredictionSet Decide(ClassifierKind kind, IReadOnlyList<string> labels, string negativeLabel, LabelMatrix truth, float[] scores, Models.Calibration calibration, double[] thresholds)
    {
        int outputs = labels.Count;
        var probabilities = new double[scores.Length];
        var given = new bool[scores.Length];
        for (int start = 0; start < scores.Length; start += outputs)
        {
            Span<double> row = probabilities.AsSpan(start, outputs);
            calibration.Apply(scores.AsSpan(start, outputs), row);
            if (kind == ClassifierKind.Multiclass) given[start + DecisionRule.HighestScore(scores.AsSpan(start, outputs), row)] = true;
            else for (int i = 0; i < outputs; i++) given[start + i] = row[i] >= thresholds[i];
        }
        return new PredictionSet(kind, labels, negativeLabel, truth, probabilities, given, thresholds);
    }

    /// <summary>Labels documents with a classifier, on all threads, in order.</summary>
    public static PredictionSet Of(TopicClassifier classifier, IReadOnlyList<Document> documents, LabelMatrix truth, int threads, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> labels = classifier.Manifest.Labels;
        var probabilities = new double[checked(documents.Count * labels.Count)];
        var given = new bool[probabilities.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, documents.Count, options, i =>
        {
            Prediction prediction = classifier.Predict(documents[i].Texts);
            for (int label = 0; label < labels.Count; label++)
            {
                probabilities[i * labels.Count + label] = prediction.Scores[labels[label]];
                given[i * labels.Count + label] = prediction.Labels.Contains(labels[label]);
            }
        });
        return new PredictionSet(classifier.Manifest.Kind, labels, classifier.Manifest.NegativeLabel, truth, probabilities, given, classifier.Manifest.Thresholds);
    }
}
