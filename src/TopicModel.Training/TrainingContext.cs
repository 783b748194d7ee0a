using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training;

/// <summary>How a training session is run; of all this, only the seed has a say in the result.</summary>
/// <param name="Seed">Start of every random sequence.</param>
/// <param name="Threads">Threads to use, at least 1.</param>
/// <param name="ToolVersion">Version that is written into models and reports.</param>
/// <param name="Progress">Told what is going on; may be null.</param>
/// <param name="CancellationToken">Stops the session promptly with an <see cref="OperationCanceledException"/>.</param>
public sealed record TrainingContext(int Seed, int Threads, string ToolVersion, IProgress<TrainingStep>? Progress = null, CancellationToken CancellationToken = default)
{
    /// <summary>Says where a classifier's training is.</summary>
    internal void Report(string classifier, string step, double share) => Progress?.Report(new TrainingStep(classifier, step, share));

    /// <summary>A run of a trainer on some of the threads, which nobody watches.</summary>
    internal TrainerRun Run(int threads) => new(threads, Seed, null, CancellationToken);

    /// <summary>A classifier's own fit, on all threads, whose passes are reported.</summary>
    internal TrainerRun FinalRun(string classifier) => new(Threads, Seed, Progress is null ? null : new FitProgress(this, classifier), CancellationToken);
}
