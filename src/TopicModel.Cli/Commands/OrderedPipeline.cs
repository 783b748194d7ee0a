using System.Runtime.ExceptionServices;

namespace TopicModel.Cli.Commands;

/// <summary>
/// Works on a stream of items in parallel and hands the results on in the order of the items. Only so many batches are under way at a
/// time, so memory does not grow with the stream. A thread of its own reads, others work, the caller's writes; what was read is never
/// kept waiting for what has not come yet. For one run.
/// </summary>
/// <param name="work">Batch -> result; called on several threads at a time.</param>
/// <param name="write">Takes the results, in order, on the caller's thread; false when no more are wanted.</param>
/// <param name="size">Rough size of an item, in any unit of which <see cref="BatchLimit"/> is not too much for memory.</param>
/// <param name="threads">Batches that are worked on at a time, at least 1.</param>
internal sealed class OrderedPipeline<TItem, TResult>(Func<IReadOnlyList<TItem>, TResult> work, Func<TResult, bool> write, Func<TItem, int> size, int threads)
{
    /// <summary>Items in a batch at most.</summary>
    public const int BatchSize = 64;

    /// <summary>A batch ends with the item that takes it to this size.</summary>
    public const int BatchLimit = 1 << 20;

    private readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;

    /// <summary>Held by who looks at or changes what follows, to <see cref="_isEnded"/>; both threads wait for the other's changes.</summary>
    private readonly object _gate = new();
    private readonly Queue<Task<TResult>> _running = new();
    private List<TItem> _batch = new(BatchSize);
    private int _batchTotal;
    private bool _isEnded;

    /// <summary>Of reading; written before the end is told.</summary>
    private ExceptionDispatchInfo? _failure;

    /// <summary>Works on all items. When reading fails, what was read before is finished and written first.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(IEnumerable<TItem> items, CancellationToken cancellation)
    {
        // Nobody waits for its end: where writing fails, it may be waiting for input that never comes.
        _ = Task.Factory.StartNew(() => Read(items, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (NextResult(cancellation) is { } result)
                if (!write(result.GetAwaiter().GetResult())) return;
        }
        finally
        {
            Stop();
        }
        _failure?.Throw();
    }

    private void Read(IEnumerable<TItem> items, CancellationToken cancellation)
    {
        try
        {
            foreach (TItem item in items) if (!Add(item, cancellation)) return;
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            Stop();
        }
    }

    /// <summary>Adds an item to the batch and starts the work on it when it is full; false when no more are wanted.</summary>
    private bool Add(TItem item, CancellationToken cancellation)
    {
        int itemSize = size(item);
        lock (_gate)
        {
            while (IsFull && !_isEnded) Monitor.Wait(_gate);
            if (_isEnded) return false;
            _batch.Add(item);
            _batchTotal += itemSize;
            if (IsFull && HasRoom) Start(cancellation);
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    private bool IsFull => _batch.Count == BatchSize || _batchTotal >= BatchLimit;

    /// <summary>Twice as many batches may be under way as are worked on: nobody waits while the oldest, which must be written first, is a slow one.</summary>
    private bool HasRoom => _running.Count < 2 * threads;

    /// <summary>The oldest batch under way; null behind the last. Where there is none, the work on what was read so far begins.</summary>
    private Task<TResult>? NextResult(CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (_running.Count == 0 && _batch.Count == 0 && !_isEnded) Monitor.Wait(_gate);
            if (_running.Count == 0 && _batch.Count > 0) Start(cancellation);
            if (!_running.TryDequeue(out Task<TResult>? oldest)) return null;
            // Behind the last item a batch waits for no more, and for nobody.
            if (IsFull || _isEnded && _batch.Count > 0) Start(cancellation);
            Monitor.PulseAll(_gate);
            return oldest;
        }
    }

    private void Start(CancellationToken cancellation)
    {
        List<TItem> batch = _batch;
        (_batch, _batchTotal) = (new List<TItem>(BatchSize), 0);
        _running.Enqueue(Task.Factory.StartNew(() => work(batch), cancellation, TaskCreationOptions.None, _scheduler));
    }

    private void Stop()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.PulseAll(_gate);
        }
    }
}
