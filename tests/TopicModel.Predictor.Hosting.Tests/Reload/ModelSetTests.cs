using TopicModel.Hosting.Reload;

namespace TopicModel.Hosting.Tests.Reload;

[Collection(ModelSets.Collection)]
public class ModelSetTests(ModelSets sets)
{
    private ArticleAnalyzer Load() => ArticleAnalyzer.Load(Path.GetDirectoryName(sets.First[0])!);

    [Fact]
    public void Release_ByTheLastUser_DisposesOnce()
    {
        int drained = 0;
        var set = new ModelSet(Load(), 1, default, _ => drained++);
        Assert.True(set.TryLease());
        set.Release();
        Assert.Equal((0, false), (drained, set.IsDisposed));
        set.Release();
        Assert.Equal((1, true), (drained, set.IsDisposed));
    }

    [Fact]
    public void TryLease_OfADisposedSet_FailsEveryTime()
    {
        var set = new ModelSet(Load(), 1, default, _ => { });
        set.Release();
        for (int i = 0; i < 100_000; i++) Assert.False(set.TryLease());
    }

    /// <summary>The race that counts: a thread reads which set is current, the set is replaced and drained, and then the thread leases it.</summary>
    [Fact]
    public void TryLease_WhileSetsAreReplaced_NeverGivesADisposedSet()
    {
        const int replacements = 50_000, threads = 8;
        ArticleAnalyzer analyzer = Load();
        int drained = 0, violations = 0;
        ModelSet Next(int generation) => new(analyzer, generation, default, _ => Interlocked.Increment(ref drained));
        ModelSet current = Next(0);
        using var stop = new CancellationTokenSource();
        Thread[] users = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Use))];
        foreach (Thread user in users) user.Start();
        for (int i = 1; i <= replacements; i++) Interlocked.Exchange(ref current, Next(i)).Release();
        stop.Cancel();
        foreach (Thread user in users) user.Join();
        Assert.Equal((0, replacements), (violations, drained));

        void Use()
        {
            while (!stop.IsCancellationRequested)
            {
                ModelSet set = Volatile.Read(ref current);
                if (!set.TryLease()) continue;
                if (set.IsDisposed) Interlocked.Increment(ref violations);
                set.Release();
            }
        }
    }
}
