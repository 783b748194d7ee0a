using System.Diagnostics;

namespace TopicModel.Training.Fitting;

/// <summary>Seconds that a fit spends on features and on learning.</summary>
internal sealed class FitClock
{
    /// <summary>Counting, weighting, choosing and copying features.</summary>
    public Stopwatch Featurize { get; } = new();

    /// <summary>The trainer.</summary>
    public Stopwatch Fit { get; } = new();

    /// <summary>What follows is done to features.</summary>
    public void StartFeaturizing()
    {
        Fit.Stop();
        Featurize.Start();
    }

    /// <summary>What follows is learning.</summary>
    public void StartFitting()
    {
        Featurize.Stop();
        Fit.Start();
    }

    /// <summary>What follows is neither.</summary>
    public void Stop()
    {
        Featurize.Stop();
        Fit.Stop();
    }
}
