using BenchmarkDotNet.Attributes;
using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Benchmarks;

/// <summary>From documents to weights, on the corpus.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private DocumentSource _source = null!;
    private CountMatrix _counts = null!;
    private int[] _rows = [];
    private FeatureWeights _weights = null!;
    private TrainingProblem _problem = null!;
    private IReadOnlyList<Document> _documents = [];

    /// <summary>Threads to use.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Reads and counts the corpus.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _documents = Corpus.Read();
        var options = new FeatureOptions();
        _source = new DocumentSource(_documents, new DocumentFeatures(options, Corpus.TextFields));
        _counts = CountMatrix.Build(_source, options.MinDocumentFrequency, Threads);
        _rows = [.. Enumerable.Range(0, _documents.Count)];
        _weights = FeatureWeights.Fit(_counts.Counts, _rows, options);
        EncodedLabels labels = LabelEncoder.Fit(_documents, 0, "stance", ClassifierKind.Multiclass, null);
        _problem = new TrainingProblem { Features = _weights.Transform(_counts.Counts, _rows), Labels = labels.Matrix };
    }

    /// <summary>Finds the n-grams of at least two documents.</summary>
    [Benchmark]
    public int Census() => NgramCensus.Take(_source, 2, Threads, CancellationToken.None).Hashes.Length;

    /// <summary>The census, then the counts of all documents.</summary>
    [Benchmark]
    public int Count() => CountMatrix.Build(_source, 2, Threads).Hashes.Length;

    /// <summary>Counts to weighted vectors.</summary>
    [Benchmark]
    public int Weigh() => _weights.Transform(_counts.Counts, _rows, Threads).RowCount;

    /// <summary>One fit of the linear support vector machine.</summary>
    [Benchmark]
    public int Fit() => new LinearSvm(new LinearSvmOptions()).Train(_problem, new TrainerRun(Threads)).Iterations;

    /// <summary>Groups of near-duplicates.</summary>
    [Benchmark]
    public int NearDuplicateGroups() => NearDuplicates.Groups(_documents, Threads).Max();
}
