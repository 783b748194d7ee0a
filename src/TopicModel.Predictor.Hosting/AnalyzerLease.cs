using TopicModel.Hosting.Reload;

namespace TopicModel.Hosting;

/// <summary>The right to use loaded models: they are not disposed before the lease is, even if their files are replaced meanwhile.</summary>
public sealed class AnalyzerLease : IDisposable
{
    private readonly ModelSet? _set;
    private ArticleAnalyzer? _analyzer;

    /// <summary>A lease of models that whoever made it disposes of, not the lease: for an <see cref="IArticleAnalyzer"/> of your own, as in tests.</summary>
    /// <param name="analyzer">The models.</param>
    /// <param name="generation">What <see cref="Generation"/> says.</param>
    public AnalyzerLease(ArticleAnalyzer analyzer, int generation = 1)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        (_analyzer, Generation) = (analyzer, generation);
    }

    /// <param name="set">Leased already; released once, when this is disposed for the first time.</param>
    internal AnalyzerLease(ModelSet set) : this(set.Analyzer, set.Generation) => _set = set;

    /// <summary>The models. Do not dispose them, and do not keep them for longer than the lease.</summary>
    /// <exception cref="ObjectDisposedException">The lease has ended.</exception>
    public ArticleAnalyzer Analyzer
    {
        get
        {
            ArticleAnalyzer? analyzer = _analyzer;
            ObjectDisposedException.ThrowIf(analyzer is null, this);
            return analyzer;
        }
    }

    /// <summary>1 for the models loaded at the start, one more for each reload since: what to keep beside cached answers.</summary>
    public int Generation { get; }

    /// <summary>Ends the lease. Doing so again does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _analyzer, null) is not null) _set?.Release();
    }
}
