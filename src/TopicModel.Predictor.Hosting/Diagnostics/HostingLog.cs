using Microsoft.Extensions.Logging;

namespace TopicModel.Hosting.Diagnostics;

/// <summary>Everything that this package logs, under the category <c>TopicModel.Hosting.TopicModelService</c>.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "Models of {Folder} loaded: {Models}")]
    public static partial void Loaded(this ILogger logger, string folder, string models);

    [LoggerMessage(2, LogLevel.Information, "Models of {Folder} replaced by generation {Generation}: {Models}")]
    public static partial void Reloaded(this ILogger logger, string folder, int generation, string models);

    [LoggerMessage(3, LogLevel.Error, "Replaced models refused, generation {Generation} goes on serving: {Reason}")]
    public static partial void ReloadRefused(this ILogger logger, Exception? exception, int generation, string reason);

    [LoggerMessage(4, LogLevel.Debug, "Models of generation {Generation} disposed: nobody uses them any more")]
    public static partial void Drained(this ILogger logger, int generation);

    [LoggerMessage(5, LogLevel.Warning, "{Folder} cannot be watched; changes are found by looking every {PollInterval}: {Reason}")]
    public static partial void NotWatched(this ILogger logger, string folder, TimeSpan pollInterval, string reason);
}
