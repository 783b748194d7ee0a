using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

/// <summary>Keeps what a trainer reports, at once on the trainer's thread.</summary>
internal sealed class Reports : IProgress<TrainerProgress>
{
    public List<TrainerProgress> All { get; } = [];

    /// <summary>Called with every report.</summary>
    public Action<TrainerProgress>? Then { get; init; }

    public void Report(TrainerProgress value)
    {
        All.Add(value);
        Then?.Invoke(value);
    }
}
