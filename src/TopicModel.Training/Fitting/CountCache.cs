using System.Diagnostics;
using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;

namespace TopicModel.Training.Fitting;

/// <summary>
/// The counts of the training documents, made once for all classifiers that take the same n-grams of the same fields.
/// </summary>
internal sealed class CountCache(IReadOnlyList<Document> documents, TrainingContext context)
{
    private readonly Dictionary<string, CountMatrix> _counts = [];

    /// <summary>The counts for a classifier of documents; adds the seconds spent, if any, to <paramref name="watch"/>.</summary>
    public CountMatrix Get(ClassifierSpec spec, Stopwatch watch)
    {
        string key = $"{spec.Features.MinDocumentFrequency} {DocumentFeatures.Key(spec.Features, spec.TextFields)}";
        if (_counts.TryGetValue(key, out CountMatrix? counts)) return counts;
        watch.Start();
        _counts.Add(key, counts = CountMatrix.Build(Source(spec), spec.Features.MinDocumentFrequency, context.Threads, context.CancellationToken));
        watch.Stop();
        return counts;
    }

    /// <summary>The documents as a classifier's features.</summary>
    public DocumentSource Source(ClassifierSpec spec) => new(documents, new DocumentFeatures(spec.Features, spec.TextFields));
}
