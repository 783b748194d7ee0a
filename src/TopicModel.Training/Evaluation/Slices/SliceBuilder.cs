using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Training.Evaluation.Slices;

/// <summary>Measures documents apart by the values of their fields, and by their length.</summary>
/// <param name="predictions">What was said of the documents, and the truth; for passages of the whole documents.</param>
/// <param name="documents">The documents, in the same order.</param>
/// <param name="context">Seed of the resamples, threads, cancellation.</param>
internal sealed class SliceBuilder(PredictionSet predictions, IReadOnlyList<Document> documents, TrainingContext context)
{
    /// <summary>Name of the table of length bands.</summary>
    public const string LengthField = "length";

    private const int MaxSlices = 30, MinDocuments = 30, MinSupport = 10;

    /// <summary>A slice need not have all labels, so that a mean over labels would say nothing of it.</summary>
    private readonly Metric _metric = predictions.Kind == ClassifierKind.Multiclass ? Metric.Accuracy : MainMetric.Of(predictions.Kind);

    /// <summary>A table for each field that a document has a value of, and one of length bands.</summary>
    /// <param name="fields">Names of the slice fields, in the order of the schema.</param>
    public IReadOnlyList<SliceTable> Build(IReadOnlyList<string> fields)
    {
        if (documents.Count == 0) return [];
        IEnumerable<SliceTable> byField = fields.Select((name, i) => (Name: name, Field: i))
            .Where(field => documents.Any(document => document.Slices[field.Field].Length > 0))
            .Select(field => Table(field.Name, document => document.Slices[field.Field]));
        return [.. byField, Table(LengthField, document => LengthBand.Of(document).Name)];
    }

    private SliceTable Table(string name, Func<Document, string> valueOf)
    {
        double overall = new DecisionResampling(predictions, _metric).Value;
        var all = Enumerable.Range(0, documents.Count).GroupBy(i => valueOf(documents[i]), StringComparer.Ordinal)
            .OrderByDescending(slice => slice.Count()).ThenBy(slice => slice.Key, StringComparer.Ordinal).ToList();
        IEnumerable<Slice> slices = all.Take(MaxSlices).Select(slice => Measure(slice.Key, [.. slice], overall));
        return new SliceTable(name, _metric, overall,
            [.. slices.OrderBy(slice => double.IsNaN(slice.Score) ? 2 : slice.IsSmall ? 1 : 0).ThenBy(slice => slice.Score).ThenBy(slice => slice.Value, StringComparer.Ordinal)],
            Math.Max(0, all.Count - MaxSlices));
    }

    private Slice Measure(string value, int[] examples, double overall)
    {
        PredictionSet part = predictions.Select(examples);
        var resampling = new DecisionResampling(part, _metric);
        int support = part.Kind == ClassifierKind.Multiclass ? examples.Length : part.Truth.Supports().Sum();
        Interval? interval = double.IsNaN(resampling.Value) ? null : resampling.Interval(context);
        bool isSmall = examples.Length < MinDocuments || support < MinSupport;
        double accuracy = (double)Enumerable.Range(0, examples.Length).Count(part.IsRight) / examples.Length;
        return new Slice(value, examples.Length, support, resampling.Value, interval, accuracy, isSmall, !isSmall && interval?.High < overall);
    }
}
