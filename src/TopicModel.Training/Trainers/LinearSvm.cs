namespace TopicModel.Training.Trainers;

/// <summary>
/// Linear support vector machine, one label against the rest: minimises for every label
/// ½‖w‖² + C Σ cᵢ max(0, 1 − yᵢ w·xᵢ)², w with the bias as weight of a feature that is always 1, by dual coordinate descent with
/// shrinking (Hsieh, Chang, Lin, Keerthi &amp; Sundararajan 2008, as in LIBLINEAR's solver 1). Several labels are descended side by
/// side, a vector lane each, on a common random order of the examples; each has its own shrinking and stopping rule, so its weights
/// are those that it would have alone.
/// </summary>
public sealed class LinearSvm : ITrainer
{
    private readonly LinearSvmOptions _options;

    /// <summary>Name in train.json.</summary>
    internal const string TrainerName = "LinearSvm";

    /// <summary>The options with their ranges.</summary>
    internal static readonly TrainerOptionSet<LinearSvmOptions> OptionSet = new(TrainerName,
        new("C", NumberRange.Positive, "weight of the loss against the regularization: higher fits the training data more closely",
            options => options.C, (options, value) => options with { C = value }),
        new("tolerance", NumberRange.Positive, "training stops when the largest and smallest projected gradients of a pass differ by no more",
            options => options.Tolerance, (options, value) => options with { Tolerance = value }),
        new("maxIterations", NumberRange.Passes, "passes over the data at most",
            options => options.MaxIterations, (options, value) => options with { MaxIterations = (int)value }));

    /// <param name="options">Options within their ranges.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public LinearSvm(LinearSvmOptions options) => _options = OptionSet.Checked(options);

    /// <inheritdoc/>
    public string Name => TrainerName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Options => OptionSet.ToText(_options);

    /// <summary>Trains. The objective reported is the dual's, which at the optimum equals the formula above, summed over the labels.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingResult Train(TrainingProblem problem, TrainerRun run)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        return BlockTraining.Train(problem, run, CreateSolver, Lanes16.Count);

        IBlockSolver CreateSolver(LabelBlock block) => block.Lanes == Lanes16.Count
            ? new SvmBlockSolver<Lanes16>(problem, block, _options)
            : new SvmBlockSolver<Lanes8>(problem, block, _options);
    }
}
