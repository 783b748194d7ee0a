using System.Text;
using BenchmarkDotNet.Attributes;
using TopicModel.Features;

namespace TopicModel.Benchmarks;

/// <summary>What apps do, with shipped models, and the steps that a prediction takes after its n-grams (<see cref="TextBenchmarks"/> has those before).</summary>
[MemoryDiagnoser]
public class PredictionBenchmarks
{
    private const int ArticleBytes = 3000;

    private readonly NgramBuffer _ngrams = new();
    private readonly FeatureCounter _counter = new();
    private readonly float[] _scores = new float[64];
    private TopicClassifier _classifier = null!;
    private TaskListDetector _detector = null!;
    private string _path = "", _article = "";
    private byte[] _utf8 = [], _file = [];
    private int[] _features = [], _found = [];
    private float[] _counts = [], _values = [];

    /// <summary>Name of a shipped model of articles.</summary>
    [Params("stance", "theme")]
    public string Model { get; set; } = "";

    /// <summary>Loads the model and takes the article that is nearest to 3,000 bytes.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _path = Corpus.Model(Model);
        _file = File.ReadAllBytes(_path);
        _classifier = TopicClassifier.Load(_path);
        _detector = TaskListDetector.Load(Corpus.Model("task-list"));
        _article = Corpus.Read().Select(document => document.Texts[^1]).MinBy(body => Math.Abs(Encoding.UTF8.GetByteCount(body) - ArticleBytes))!;
        _utf8 = Encoding.UTF8.GetBytes(_article);
        _classifier.Model.Features.ExtractLastField(_article, _ngrams);
        _counter.CountFeatures(_ngrams, _classifier.Model.Vocabulary);
        (_features, _counts, _values, _found) = (_counter.Features.ToArray(), _counter.Values.ToArray(), new float[_counter.Count], new int[_ngrams.Count]);
    }

    /// <summary>Opens, checks and closes the model file.</summary>
    [Benchmark]
    public int Load()
    {
        using var classifier = TopicClassifier.Load(_path);
        return classifier.Labels.Count;
    }

    /// <summary>The same from memory.</summary>
    [Benchmark]
    public int LoadBytes() => TopicClassifier.Load(_file).Labels.Count;

    /// <summary>Labels the article: clean-up, tokens, n-grams, look-up, counts, weights, scores, probabilities.</summary>
    [Benchmark]
    public string? Predict() => _classifier.Predict(_article).Label;

    /// <summary>Labels the article, given as UTF-8.</summary>
    [Benchmark]
    public string? PredictUtf8() => _classifier.Predict(_utf8.AsSpan()).Label;

    /// <summary>Clean-up, tokens and hashes of n-grams.</summary>
    [Benchmark]
    public int Extract()
    {
        _classifier.Model.Features.ExtractLastField(_article, _ngrams);
        return _ngrams.Count;
    }

    /// <summary>Looks the n-grams up.</summary>
    [Benchmark]
    public int Find() => _classifier.Model.Vocabulary.FindAll(_ngrams.Hashes, _found);

    /// <summary>Looks the n-grams up and counts those of the model.</summary>
    [Benchmark]
    public int Count()
    {
        _counter.CountFeatures(_ngrams, _classifier.Model.Vocabulary);
        return _counter.Count;
    }

    /// <summary>Counts to a vector of length 1.</summary>
    [Benchmark]
    public float Weigh()
    {
        _counts.CopyTo(_values, 0);
        TermWeighting.Apply(Weighting.TfIdf, _features, _values, _classifier.Model.Vocabulary.IdfCodes);
        return _values[0];
    }

    /// <summary>The vector to scores.</summary>
    [Benchmark]
    public float Score()
    {
        _classifier.Model.Linear.Score(_features, _counts, _scores);
        return _scores[0];
    }

    /// <summary>Finds the tasks of the article.</summary>
    [Benchmark]
    public int Detect() => _detector.Detect(_article).Items.Count;
}
