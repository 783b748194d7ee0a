using FsCheck;
using FsCheck.Fluent;
using TopicModel.Cli.Commands;

namespace TopicModel.Cli.Tests.Commands;

public class OrderedPipelineTests
{
    [Fact]
    public void Run_AnyItems_WritesAllInOrder() => Prop.ForAll(Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (count, threads) =>
    {
        int[] items = [.. Enumerable.Range(0, count)];
        var written = new List<int>();
        new OrderedPipeline<int, int[]>(batch => [.. batch], All(written), item => item % 7 == 0 ? OrderedPipeline<int, int[]>.BatchLimit : 1, threads).Run(items, default);
        return written.SequenceEqual(items);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Run_SlowWork_KeepsFewItemsUnderWay()
    {
        const int threads = 2;
        int read = 0, written = 0, most = 0;
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 5000; i++)
            {
                read++;
                most = Math.Max(most, read - written);
                yield return i;
            }
        }

        new OrderedPipeline<int, int>(batch => batch.Count, count => (written += count) > 0, _ => 1, threads).Run(Items(), default);

        Assert.Equal(5000, written);
        // Those under way, that which is written, that which is read, and an item.
        Assert.InRange(most, 1, (2 * threads + 2) * OrderedPipeline<int, int>.BatchSize + 1);
    }

    [Fact]
    public void Run_ItemsThatWaitForTheResultBefore_AreEachWorkedOnWhenTheyCome()
    {
        using var written = new SemaphoreSlim(0);
        int answered = 0;
        IEnumerable<int> Items()
        {
            do yield return answered;
            while (written.Wait(ConsoleProcess.Hang) && ++answered < 100);
        }

        new OrderedPipeline<int, int>(batch => batch.Count, _ => written.Release() >= 0, _ => 1, threads: 2).Run(Items(), default);

        Assert.Equal(100, answered);
    }

    [Fact]
    public void Run_WritingFailsWhileInputIsAwaited_ThrowsAtOnce()
    {
        using var over = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            yield return 1;
            over.Wait(ConsoleProcess.Hang);
            yield return 2;
        }

        Task run = Task.Run(() => new OrderedPipeline<int, int>(batch => batch.Count, _ => throw new IOException("closed"), _ => 1, threads: 2).Run(Items(), default));

        Assert.Throws<IOException>(() => run.WaitAsync(ConsoleProcess.Hang).GetAwaiter().GetResult());
        Assert.False(over.IsSet);
        over.Set();
    }

    [Fact]
    public void Run_WorkFailsWhileTheReaderWaitsForRoom_EndsReading()
    {
        using var disposed = new ManualResetEventSlim();
        using var full = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            try
            {
                for (int i = 0; ; i++)
                {
                    if (i == 5 * OrderedPipeline<int, int>.BatchSize) full.Set();
                    yield return i;
                }
            }
            finally
            {
                disposed.Set();
            }
        }
        int Work(IReadOnlyList<int> batch)
        {
            full.Wait(ConsoleProcess.Hang);
            throw new InvalidDataException("work");
        }

        Assert.Throws<InvalidDataException>(() => new OrderedPipeline<int, int>(Work, _ => true, _ => 1, threads: 2).Run(Items(), default));

        Assert.True(disposed.Wait(ConsoleProcess.Hang));
    }

    [Fact]
    public void Run_SizeFails_WritesWhatWasReadBeforeAndThrows()
    {
        var written = new List<int>();

        Assert.Throws<InvalidDataException>(() => new OrderedPipeline<int, int[]>(batch => [.. batch], All(written), item => item == 70 ? throw new InvalidDataException() : 1, 2).Run(Enumerable.Range(0, 200), default));

        Assert.Equal(Enumerable.Range(0, 70), written);
    }

    [Fact]
    public void Run_NeverWorksOnMoreBatchesThanThreads()
    {
        int running = 0, most = 0;
        int Work(IReadOnlyList<int> batch)
        {
            int now = Interlocked.Increment(ref running);
            lock (this) most = Math.Max(most, now);
            Thread.SpinWait(20_000);
            Interlocked.Decrement(ref running);
            return batch.Count;
        }

        new OrderedPipeline<int, int>(Work, _ => true, _ => 1, threads: 2).Run(Enumerable.Range(0, 3000), default);

        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public void Run_ReadingFails_WritesWhatWasReadBefore()
    {
        static IEnumerable<int> Items()
        {
            for (int i = 0; i < 100; i++) yield return i;
            throw new InvalidDataException("line 101");
        }
        var written = new List<int>();

        var error = Assert.Throws<InvalidDataException>(() => new OrderedPipeline<int, int[]>(batch => [.. batch], All(written), _ => 1, 2).Run(Items(), default));

        Assert.Equal("line 101", error.Message);
        Assert.Equal(Enumerable.Range(0, 100), written);
    }

    [Fact]
    public void Run_WorkFails_Throws() => Assert.Throws<InvalidDataException>(() =>
        new OrderedPipeline<int, int>(batch => batch.Contains(70) ? throw new InvalidDataException() : 1, _ => true, _ => 1, 2).Run(Enumerable.Range(0, 200), default));

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        IEnumerable<int> Items()
        {
            for (int i = 0; ; i++)
            {
                if (i == 500) cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
                yield return i;
            }
        }

        Assert.ThrowsAny<OperationCanceledException>(() => new OrderedPipeline<int, int>(batch => batch.Count, _ => true, _ => 1, 2).Run(Items(), cancellation.Token));
    }

    [Fact]
    public void Run_NoMoreIsWanted_EndsReading()
    {
        using var disposed = new ManualResetEventSlim();
        IEnumerable<int> Items()
        {
            try
            {
                for (int i = 0; ; i++) yield return i;
            }
            finally
            {
                disposed.Set();
            }
        }
        int written = 0;

        new OrderedPipeline<int, int>(batch => batch.Count, _ => ++written < 3, _ => 1, 2).Run(Items(), default);

        Assert.Equal(3, written);
        Assert.True(disposed.Wait(ConsoleProcess.Hang));
    }

    private static Func<int[], bool> All(List<int> written) => batch =>
    {
        written.AddRange(batch);
        return true;
    };
}
