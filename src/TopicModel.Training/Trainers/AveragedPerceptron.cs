namespace TopicModel.Training.Trainers;

/// <summary>
/// Averaged perceptron (Freund &amp; Schapire 1999; Collins 2002), one label against the rest: an example on the wrong side, or on the
/// border, adds cᵢ yᵢ xᵢ to its label's weights, the bias being the weight of a feature that is always 1. The model is the mean of the
/// weights after every example. A weight cᵢ is the size of the step, so it is not the same as that many copies of the example. A label is
/// done after a pass without a mistake (the classes are separated) or when the passes are used up, and only the first counts as converged.
/// There is no objective.
/// </summary>
public sealed class AveragedPerceptron : ITrainer
{
    /// <summary>Name in train.json.</summary>
    internal const string TrainerName = "AveragedPerceptron";

    /// <summary>The options with their ranges.</summary>
    internal static readonly TrainerOptionSet<AveragedPerceptronOptions> OptionSet = new(TrainerName,
        new TrainerOption<AveragedPerceptronOptions>("maxIterations", NumberRange.Passes, "passes over the data at most",
            options => options.MaxIterations, (options, value) => options with { MaxIterations = (int)value }));

    private readonly AveragedPerceptronOptions _options;

    /// <param name="options">Options within their ranges.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public AveragedPerceptron(AveragedPerceptronOptions options) => _options = OptionSet.Checked(options);

    /// <inheritdoc/>
    public string Name => TrainerName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Options => OptionSet.ToText(_options);

    /// <summary>Trains. The objective is NaN; the violation reported is the share of the examples that were mistakes, of the worst label.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingResult Train(TrainingProblem problem, TrainerRun run)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        return BlockTraining.Train(problem, run, block => new PerceptronBlockSolver(problem, block, _options));
    }
}
