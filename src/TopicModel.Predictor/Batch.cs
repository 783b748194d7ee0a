using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace TopicModel;

/// <summary>Many inputs, results in their order: what the batch and stream overloads of the models share.</summary>
internal static class Batch
{
    /// <summary>The result of each item.</summary>
    /// <param name="items">The inputs; a sequence that is no list is read into one first.</param>
    /// <param name="work">What is done with each; safe for several threads.</param>
    /// <param name="threads">How many threads work, the caller's included; 0 for one a processor.</param>
    /// <param name="cancellationToken">Looked at between items.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is negative.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all was done.</exception>
    public static TResult[] Run<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, TResult> work, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        IReadOnlyList<TItem> list = items as IReadOnlyList<TItem> ?? [.. items];
        var results = new TResult[list.Count];
        if (threads != 1)
        {
            RunParallel(list, work, results, new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? Environment.ProcessorCount : threads, CancellationToken = cancellationToken });
            return results;
        }
        for (int i = 0; i < results.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = work(list[i]);
        }
        return results;
    }

    /// <summary>Fails as one thread would: with the exception of the first item that has one.</summary>
    private static void RunParallel<TItem, TResult>(IReadOnlyList<TItem> list, Func<TItem, TResult> work, TResult[] results, ParallelOptions options)
    {
        var failures = new ConcurrentDictionary<long, Exception>();
        ParallelLoopResult loop = Parallel.For(0L, list.Count, options, (i, state) =>
        {
            try
            {
                results[i] = work(list[(int)i]);
            }
            catch (Exception failure)
            {
                failures[i] = failure;
                state.Break();
            }
        });
        if (loop.LowestBreakIteration is { } first) ExceptionDispatchInfo.Throw(failures[first]);
    }

    /// <summary>The result of each item as it comes; the work is done where the caller waits for it.</summary>
    public static IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Iterate(items, work, cancellationToken);
    }

    private static async IAsyncEnumerable<TResult> Iterate<TItem, TResult>(IAsyncEnumerable<TItem> items, Func<TItem, TResult> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return work(item);
        }
    }
}
