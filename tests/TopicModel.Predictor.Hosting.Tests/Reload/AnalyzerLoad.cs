using System.Collections.Concurrent;

namespace TopicModel.Hosting.Tests.Reload;

/// <summary>Threads that analyze without a pause and compare each answer with those that the two sets of models give alone.</summary>
internal sealed class AnalyzerLoad
{
    private readonly IArticleAnalyzer _analyzer;
    private readonly (string First, string Second)[] _expected;
    private readonly Thread[] _threads;
    private readonly ConcurrentQueue<string> _failures = new();
    private long _analyses, _firsts, _seconds;
    private volatile bool _isStopped;

    public AnalyzerLoad(IArticleAnalyzer analyzer, (string First, string Second)[] expected, int threads)
    {
        (_analyzer, _expected) = (analyzer, expected);
        _threads = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Run))];
        foreach (Thread thread in _threads) thread.Start();
    }

    public long Analyses => Interlocked.Read(ref _analyses);

    /// <summary>1 or 2: how many of the two sets gave answers.</summary>
    public int SetsSeen => (Interlocked.Read(ref _firsts) > 0 ? 1 : 0) + (Interlocked.Read(ref _seconds) > 0 ? 1 : 0);

    /// <summary>Exceptions, and answers that neither set gives.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    public void Stop()
    {
        _isStopped = true;
        foreach (Thread thread in _threads) thread.Join();
    }

    private void Run()
    {
        for (int i = 0; !_isStopped; i = (i + 1) % _expected.Length)
        {
            try
            {
                Check(i, ModelSets.Text(_analyzer.Analyze(ModelSets.Articles[i])));
            }
            catch (Exception exception)
            {
                _failures.Enqueue(exception.ToString());
            }
        }
    }

    private void Check(int article, string found)
    {
        Interlocked.Increment(ref _analyses);
        if (found == _expected[article].First) Interlocked.Increment(ref _firsts);
        else if (found == _expected[article].Second) Interlocked.Increment(ref _seconds);
        else _failures.Enqueue(found);
    }
}
