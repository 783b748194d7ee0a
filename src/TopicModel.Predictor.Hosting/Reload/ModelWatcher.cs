using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TopicModel.Hosting.Diagnostics;

namespace TopicModel.Hosting.Reload;

/// <summary>
/// Reloads the models after their files were replaced. The file system is asked to tell of changes, and the folder is looked at from time to
/// time all the same. That the host starts this is also what loads the models before the first request.
/// </summary>
/// <param name="service">What is reloaded.</param>
/// <param name="options">Whether and how.</param>
/// <param name="logger">Told when the folder cannot be watched.</param>
internal sealed class ModelWatcher(TopicModelService service, IOptions<TopicModelOptions> options, ILogger<TopicModelService> logger) : BackgroundService
{
    private readonly TopicModelOptions _options = options.Value;
    private string? _notWatched;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.ReloadOnChange) return;
        using var changes = new FolderChanges(service.Status.Folder);
        Watch(changes);
        // The first look is at once: files may have been replaced after they were loaded and before they were watched.
        for (bool isTold = false; ; isTold = await changes.WaitAsync(_options.PollInterval, stoppingToken).ConfigureAwait(false))
        {
            if (!isTold && service.IsUpToDate) continue;
            // The change may be that another folder has taken the place of the one that is watched.
            Watch(changes);
            await changes.WaitUntilQuietAsync(_options.QuietPeriod, stoppingToken).ConfigureAwait(false);
            service.Reload();
        }
    }

    private void Watch(FolderChanges changes)
    {
        string? reason = changes.Watch();
        if (reason is not null && reason != _notWatched) logger.NotWatched(service.Status.Folder, _options.PollInterval, reason);
        _notWatched = reason;
    }
}
