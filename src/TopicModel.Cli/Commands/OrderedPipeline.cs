using System.Runtime.ExceptionServices;

namespace TopicModel.Cli.Commands;

/// <summary>
/// Works on a stream of items in parallel and hands the results on in the order of the items. Only so many batches are under way at a
/// time, so memory does not grow with the stream. The caller's thread reads and writes; others work.
/// </summary>
/// <param name="work">Batch -> result; called on several threads at a time.</param>
/// <param name="write">Takes the results, in order, on the caller's thread.</param>
/// <param name="size">Rough size of an item, in any unit of which <see cref="BatchLimit"/> is not too much for memory.</param>
/// <param name="threads">Batches that are worked on at a time, at least 1.</param>
internal sealed class OrderedPipeline<TItem, TResult>(Func<IReadOnlyList<TItem>, TResult> work, Action<TResult> write, Func<TItem, int> size, int threads)
{
    /// <summary>Items in a batch at most.</summary>
    public const int BatchSize = 64;

    /// <summary>A batch ends with the item that takes it to this size.</summary>
    public const int BatchLimit = 1 << 20;

    private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
    private readonly Queue<Task<TResult>> _running = new();

    /// <summary>Works on all items. When reading fails, what was read before is finished and written first.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(IEnumerable<TItem> items, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? failure = null;
        using IEnumerator<TItem> source = items.GetEnumerator();
        for (List<TItem> batch = NextBatch(source, ref failure); batch.Count > 0; batch = failure is null ? NextBatch(source, ref failure) : [])
        {
            List<TItem> current = batch;
            // Twice as many as are worked on: nobody waits while the oldest, which must be written first, is a slow one.
            if (_running.Count == 2 * threads) WriteOldest();
            _running.Enqueue(Task.Factory.StartNew(() => work(current), cancellation, TaskCreationOptions.None, _scheduler));
        }
        while (_running.Count > 0) WriteOldest();
        failure?.Throw();
    }

    private static bool TryNext(IEnumerator<TItem> source, ref ExceptionDispatchInfo? failure)
    {
        try
        {
            return source.MoveNext();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            return false;
        }
    }

    private List<TItem> NextBatch(IEnumerator<TItem> source, ref ExceptionDispatchInfo? failure)
    {
        var batch = new List<TItem>(BatchSize);
        int total = 0;
        while (batch.Count < BatchSize && total < BatchLimit && TryNext(source, ref failure))
        {
            batch.Add(source.Current);
            total += size(source.Current);
        }
        return batch;
    }

    private void WriteOldest() => write(_running.Dequeue().GetAwaiter().GetResult());
}
