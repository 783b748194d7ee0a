namespace TopicModel.Hosting.Reload;

/// <summary>Tells when something happens to the models of a folder, as far as the file system does.</summary>
/// <param name="folder">Full path of the folder.</param>
internal sealed class FolderChanges(string folder) : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0);
    private FileSystemWatcher? _watcher;

    /// <summary>
    /// Starts to watch, or starts anew: a watcher goes on watching the folder that it began with, also when another one has taken its place.
    /// </summary>
    /// <returns>Why the folder cannot be watched; null when it is.</returns>
    public string? Watch()
    {
        _watcher?.Dispose();
        try
        {
            _watcher = new FileSystemWatcher(folder, "*.tmodel") { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime };
            _watcher.Created += (_, _) => Signal();
            _watcher.Changed += (_, _) => Signal();
            _watcher.Renamed += (_, _) => Signal();
            _watcher.Deleted += (_, _) => Signal();
            _watcher.Error += (_, _) => Signal();
            _watcher.EnableRaisingEvents = true;
            return null;
        }
        // The folder is missing, the limit of watches is reached, or the file system has none.
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            return exception.Message;
        }
    }

    /// <summary>Waits for a change; false when there was none for that long.</summary>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => _changed.WaitAsync(timeout, cancellationToken);

    /// <summary>Waits until nothing has changed for that long.</summary>
    public async Task WaitUntilQuietAsync(TimeSpan quietPeriod, CancellationToken cancellationToken)
    {
        for (FolderSignature before = FolderSignature.Of(folder); ;)
        {
            bool changed = await WaitAsync(quietPeriod, cancellationToken).ConfigureAwait(false);
            FolderSignature after = FolderSignature.Of(folder);
            if (!changed && after.Equals(before)) return;
            before = after;
        }
    }

    /// <summary>Stops watching. The semaphore is left to the garbage collector: an event may still be on its way to it.</summary>
    public void Dispose() => _watcher?.Dispose();

    private void Signal()
    {
        // One signal is enough for any number of changes; two threads that find none at the same moment make two, which costs one more look.
        if (_changed.CurrentCount == 0) _changed.Release();
    }
}
