using BenchmarkDotNet.Attributes;

namespace TopicModel.Benchmarks;

/// <summary>What apps do, with a shipped model.</summary>
[MemoryDiagnoser]
public class PredictionBenchmarks
{
    private TopicClassifier _classifier = null!;
    private readonly string _path = Corpus.Model("stance");
    private string _article = "";

    /// <summary>Loads the model and takes the article of about 3 kB (2,300 characters) that is nearest to that length.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _classifier = TopicClassifier.Load(_path);
        _article = Corpus.Read().Select(document => document.Texts[^1]).MinBy(body => Math.Abs(body.Length - 2300))!;
    }

    /// <summary>Opens, checks and closes the model file.</summary>
    [Benchmark]
    public int Load()
    {
        using var classifier = TopicClassifier.Load(_path);
        return classifier.Labels.Count;
    }

    /// <summary>Labels the article: normalise, tokens, n-grams, score, probabilities.</summary>
    [Benchmark]
    public string? Predict() => _classifier.Predict(_article).Label;
}
