using BenchmarkDotNet.Attributes;
using TopicModel.Features;
using TopicModel.Text;
using TopicModel.Training.Data;

namespace TopicModel.Benchmarks;

/// <summary>From text to n-grams, each step on the bodies of all articles of the corpus, one thread.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private readonly NgramBuffer _ngrams = new();
    private readonly DocumentFeatures _features = new(new FeatureOptions(), Corpus.TextFields);
    private readonly List<TextRange> _kept = [];
    private string[] _bodies = [];
    private string[][] _documents = [];

    /// <summary>Reads the corpus.</summary>
    [GlobalSetup]
    public void Setup()
    {
        IReadOnlyList<Document> documents = Corpus.Read();
        _documents = [.. documents.Select(document => document.Texts)];
        _bodies = [.. _documents.Select(texts => texts[^1])];
    }

    /// <summary>Composition of characters alone.</summary>
    [Benchmark]
    public int Normalise() => _bodies.Sum(body => CanonicalComposer.Compose(body).Length);

    /// <summary>Clean-up of boilerplate alone.</summary>
    [Benchmark]
    public int Clean()
    {
        _kept.Clear();
        foreach (string body in _bodies) BoilerplateCleaner.Clean(body, "", _kept);
        return _kept.Count;
    }

    /// <summary>Normalised tokens.</summary>
    [Benchmark]
    public int Tokenise()
    {
        int count = 0;
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        foreach (string body in _bodies)
        {
            var tokens = new TokenReader(body, buffer);
            while (tokens.MoveNext()) count++;
        }
        return count;
    }

    /// <summary>Clean-up, tokens and hashes of word 1-2-grams of all fields.</summary>
    [Benchmark]
    public int Ngrams()
    {
        int count = 0;
        foreach (string[] texts in _documents)
        {
            _features.Extract(texts, _ngrams);
            count += _ngrams.Count;
        }
        return count;
    }
}
