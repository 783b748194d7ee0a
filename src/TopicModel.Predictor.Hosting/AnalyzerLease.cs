using TopicModel.Hosting.Reload;

namespace TopicModel.Hosting;

/// <summary>The right to use loaded models: they are not disposed before the lease is, even if their files are replaced meanwhile.</summary>
public sealed class AnalyzerLease : IDisposable
{
    private ModelSet? _set;

    /// <param name="set">Leased already; released once, when this is disposed for the first time.</param>
    internal AnalyzerLease(ModelSet set)
    {
        _set = set;
        Generation = set.Generation;
    }

    /// <summary>The models. Do not dispose them, and do not keep them for longer than the lease.</summary>
    /// <exception cref="ObjectDisposedException">The lease has ended.</exception>
    public ArticleAnalyzer Analyzer
    {
        get
        {
            ModelSet? set = _set;
            ObjectDisposedException.ThrowIf(set is null, this);
            return set.Analyzer;
        }
    }

    /// <summary>1 for the models loaded at the start, one more for each reload since: what to keep beside cached answers.</summary>
    public int Generation { get; }

    /// <summary>Ends the lease. Doing so again does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _set, null)?.Release();
}
