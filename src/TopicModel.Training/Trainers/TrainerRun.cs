namespace TopicModel.Training.Trainers;

/// <summary>How a trainer is run; nothing in here but the seed may change its result.</summary>
/// <param name="Threads">Threads to use, at least 1.</param>
/// <param name="Seed">Start of every random sequence.</param>
/// <param name="Progress">Told after every pass over the data; may be null.</param>
/// <param name="CancellationToken">Stops the training promptly with an <see cref="OperationCanceledException"/>.</param>
public sealed record TrainerRun(int Threads = 1, int Seed = 42, IProgress<TrainerProgress>? Progress = null, CancellationToken CancellationToken = default);
