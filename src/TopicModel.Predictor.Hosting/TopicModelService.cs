using Microsoft.Extensions.Logging;
using TopicModel.Hosting.Diagnostics;
using TopicModel.Hosting.Reload;

namespace TopicModel.Hosting;

/// <summary>
/// Serves the models of a folder and replaces them on request: the one implementation of <see cref="IArticleAnalyzer"/>. Apps that only
/// analyze inject the interface; pages for operators inject this for <see cref="Status"/> and <see cref="Reload"/>. Safe for any number of
/// threads, and no thread that analyzes ever waits for another.
/// </summary>
public sealed class TopicModelService : IArticleAnalyzer, IDisposable
{
    private readonly Lock _reload = new();
    private readonly ModelSetLoader _loader;
    private readonly TimeProvider _clock;
    private readonly TopicModelMetrics _metrics;
    private readonly ILogger _logger;

    /// <summary>The set that serves; null when the service is disposed.</summary>
    private ModelSet? _current;

    private volatile TopicModelStatus _status;
    private volatile FolderSignature? _seen;

    /// <summary>Loads the models; there is no service without.</summary>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used, or a required one is missing.</exception>
    internal TopicModelService(ModelSetLoader loader, TimeProvider clock, TopicModelMetrics metrics, ILogger logger)
    {
        (_loader, _clock, _metrics, _logger) = (loader, clock, metrics, logger);
        (_current, _seen) = Load(null);
        _status = StatusOf(_current, null);
        _logger.Loaded(_status.Folder, string.Join(", ", _status.Models));
    }

    /// <summary>Which models serve, and whether the last reload was refused.</summary>
    public TopicModelStatus Status => _status;

    /// <summary>Whether the folder is as it was when it was last looked at for a reload, whether that was done or refused.</summary>
    internal bool IsUpToDate => _seen is { } seen && FolderSignature.Of(_loader.Folder).Equals(seen);

    /// <inheritdoc/>
    public ArticleAnalysis Analyze(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        ModelSet set = LeaseCurrent();
        long started = _metrics.Start();
        try
        {
            ArticleAnalysis analysis = set.Analyzer.Analyze(article);
            _metrics.Analyzed(started, analysis);
            return analysis;
        }
        catch (Exception exception)
        {
            _metrics.Failed(started, exception);
            throw;
        }
        finally
        {
            set.Release();
        }
    }

    /// <inheritdoc/>
    public AnalyzerLease Lease() => new(LeaseCurrent());

    /// <summary>
    /// Loads the folder now and serves what it holds from then on. When that cannot be, the models from before go on serving, and the status
    /// says why; nothing is thrown for it.
    /// </summary>
    /// <returns>The status afterwards; its <see cref="TopicModelStatus.Refusal"/> is null when the reload was done.</returns>
    /// <exception cref="ObjectDisposedException">The app has shut down.</exception>
    public TopicModelStatus Reload()
    {
        lock (_reload)
        {
            ModelSet serving = _current ?? throw new ObjectDisposedException(nameof(TopicModelService));
            FolderSignature before = FolderSignature.Of(_loader.Folder);
            try
            {
                (ModelSet next, _seen) = Load(serving);
                Serve(next, serving);
            }
            // Whatever a file makes the reader throw: a server must not fall over a file that it need not use.
            catch (Exception exception)
            {
                Refuse(serving, before, exception);
            }
            return _status;
        }
    }

    /// <summary>Stops serving. The models are disposed when the last call that uses them has ended.</summary>
    public void Dispose()
    {
        lock (_reload) Interlocked.Exchange(ref _current, null)?.Release();
    }

    private (ModelSet Set, FolderSignature Signature) Load(ModelSet? serving)
    {
        (ArticleAnalyzer analyzer, FolderSignature signature) = _loader.Read();
        var set = new ModelSet(analyzer, (serving?.Generation ?? 0) + 1, _clock.GetUtcNow(), Drained);
        _metrics.SetLoaded();
        try
        {
            _loader.Check(set, serving);
            return (set, signature);
        }
        catch
        {
            set.Release();
            throw;
        }
    }

    /// <summary>Puts a set into the place of another, which is disposed when the last call that uses it has ended.</summary>
    private void Serve(ModelSet next, ModelSet serving)
    {
        Volatile.Write(ref _current, next);
        serving.Release();
        _status = StatusOf(next, null);
        _metrics.Reloaded();
        _logger.Reloaded(_status.Folder, _status.Generation, string.Join(", ", _status.Models));
    }

    private void Refuse(ModelSet serving, FolderSignature before, Exception exception)
    {
        // What is wrong with a file stays wrong until it changes; what the system refuses may be granted at the next look.
        bool isOfSystem = exception is IOException or UnauthorizedAccessException;
        _seen = isOfSystem ? null : before;
        _metrics.ReloadRefused(exception);
        if (_status.Refusal?.Reason == exception.Message) return;
        _status = StatusOf(serving, new ReloadRefusal(exception.Message, _clock.GetUtcNow()));
        // The message says all; where in the reader it was found out is of interest only when nobody expected it.
        _logger.ReloadRefused(isOfSystem || exception is InvalidModelException ? null : exception, _status.Generation, exception.Message);
    }

    private void Drained(ModelSet set)
    {
        _metrics.SetDisposed();
        _logger.Drained(set.Generation);
    }

    private TopicModelStatus StatusOf(ModelSet set, ReloadRefusal? refusal) => new(_loader.Folder, set.Generation, set.LoadedAt, [.. set.Models.Keys], refusal);

    /// <summary>The current set, which the caller must release. Fails only on a set that was replaced since it was read, so it ends.</summary>
    private ModelSet LeaseCurrent()
    {
        while (true)
        {
            ModelSet? set = Volatile.Read(ref _current);
            ObjectDisposedException.ThrowIf(set is null, this);
            if (set.TryLease()) return set;
        }
    }
}
