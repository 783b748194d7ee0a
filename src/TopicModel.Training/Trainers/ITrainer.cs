namespace TopicModel.Training.Trainers;

/// <summary>
/// Learns linear functions of sparse features. Immutable: the options are given when it is made. The result depends on the problem,
/// the options and the seed, never on the number of threads or the machine: sums are made in a fixed order, products are not fused,
/// and exponentials and logarithms come from <c>PortableMath</c>.
/// </summary>
public interface ITrainer
{
    /// <summary>Name in train.json ("LinearSvm").</summary>
    string Name { get; }

    /// <summary>[option name] -> value as text, all of them, for manifests and reports.</summary>
    IReadOnlyDictionary<string, string> Options { get; }

    /// <summary>Trains.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    TrainingResult Train(TrainingProblem problem, TrainerRun run);
}
