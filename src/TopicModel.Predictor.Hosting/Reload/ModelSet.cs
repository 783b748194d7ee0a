namespace TopicModel.Hosting.Reload;

/// <summary>
/// Models that were loaded together, with the number of those who use them. The set begins with one user, the service that serves it.
/// When the last one releases it, it is disposed, exactly once, and nobody can lease it any more.
/// </summary>
/// <remarks>
/// There is a moment between reading which set is current and leasing it, in which the set can be replaced, drained and disposed. Hence
/// leasing can fail, and whoever fails reads the current set again: it was exchanged before the service released the old one. The count is one
/// number that is only ever changed atomically. At 0 the one who brought it there tries to move it far below zero; if somebody leased the set
/// in between, that fails, and the set lives on until the next time. Failed tries add 1 each to the closed count, one for each thread at
/// most, so it never comes near zero again.
/// </remarks>
/// <param name="analyzer">The models, which the set owns.</param>
/// <param name="generation">1 for the first set of a service, one more for each that was loaded since.</param>
/// <param name="loadedAt">When they were loaded.</param>
/// <param name="drained">Called once, after the models were disposed.</param>
internal sealed class ModelSet(ArticleAnalyzer analyzer, int generation, DateTimeOffset loadedAt, Action<ModelSet> drained)
{
    private const int Closed = int.MinValue / 2;

    private int _users = 1;

    /// <summary>The models; not to be used without a lease.</summary>
    public ArticleAnalyzer Analyzer { get; } = analyzer;

    /// <summary>1 for the first set of a service, one more for each that was loaded since.</summary>
    public int Generation { get; } = generation;

    /// <summary>When the models were loaded.</summary>
    public DateTimeOffset LoadedAt { get; } = loadedAt;

    /// <summary>[name of the model] -> its kind, in ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, ClassifierKind> Models { get; } = new SortedDictionary<string, ClassifierKind>(
        analyzer.Classifiers.Select(classifier => classifier.Manifest).Concat(analyzer.Detectors.Select(detector => detector.Manifest))
            .ToDictionary(manifest => manifest.Name, manifest => manifest.Kind), StringComparer.Ordinal);

    /// <summary>Whether the set has been disposed.</summary>
    public bool IsDisposed => Volatile.Read(ref _users) < 0;

    /// <summary>Becomes a user of the set, unless it is disposed. Each true needs one <see cref="Release"/>.</summary>
    public bool TryLease() => Interlocked.Increment(ref _users) > 0;

    /// <summary>Ends a use; the last one disposes the models.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) != 0 || Interlocked.CompareExchange(ref _users, Closed, 0) != 0) return;
        Analyzer.Dispose();
        drained(this);
    }
}
