namespace TopicModel.Training.Trainers;

/// <summary>
/// Logistic regression by stochastic dual coordinate ascent (Shalev-Shwartz &amp; Zhang 2013; 2014 for more than one label), each step
/// solved to the optimum. Exclusive labels are one multinomial problem: it minimises
/// ½ Σₖ ‖wₖ‖² + C Σ cᵢ (ln Σₖ exp(wₖ·xᵢ) − w·xᵢ of the example's label), cᵢ the example's weight times the positive weight of its label;
/// negative weights have no part in it. Labels that are not exclusive are each a problem of their own:
/// ½‖w‖² + C Σ cᵢ ln(1 + exp(−yᵢ w·xᵢ)), yᵢ = ±1. The bias is the weight of a feature that is always 1 and regularized as the others
/// are: a free bias would tie the dual variables of all examples together, and they could not be moved one example at a time. It stops
/// when the duality gap is at most tolerance times the objective. A multinomial problem is one sequence of steps on one thread (several
/// measure its gap); separate labels are shared out among the threads.
/// </summary>
public sealed class SdcaMaximumEntropy : ITrainer
{
    /// <summary>Name in train.json.</summary>
    internal const string TrainerName = "SdcaMaximumEntropy";

    /// <summary>The options with their ranges.</summary>
    internal static readonly TrainerOptionSet<SdcaMaximumEntropyOptions> OptionSet = new(TrainerName,
        new("C", NumberRange.Positive, "weight of the loss against the regularization: higher fits the training data more closely",
            options => options.C, (options, value) => options with { C = value }),
        new("tolerance", NumberRange.Positive, "training stops when the duality gap is at most this share of the objective",
            options => options.Tolerance, (options, value) => options with { Tolerance = value }),
        new("maxIterations", NumberRange.Passes, "passes over the data at most",
            options => options.MaxIterations, (options, value) => options with { MaxIterations = (int)value }));

    private readonly SdcaMaximumEntropyOptions _options;

    /// <param name="options">Options within their ranges.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public SdcaMaximumEntropy(SdcaMaximumEntropyOptions options) => _options = OptionSet.Checked(options);

    /// <inheritdoc/>
    public string Name => TrainerName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Options => OptionSet.ToText(_options);

    /// <summary>Trains. The objective reported is the formula above, summed over the labels that are problems of their own.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingResult Train(TrainingProblem problem, TrainerRun run)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        if (!problem.Labels.IsExclusive) return BlockTraining.Train(problem, run, block => new SdcaLogisticSolver(problem, block, _options));
        LabelBlock[] blocks = LabelBlock.Split(problem, 1);
        var solver = new SdcaSoftmaxSolver(problem, blocks, _options);
        solver.Solve(run);
        return LabelBlock.ToResult(problem, blocks, solver.Objective, solver.Iterations, solver.Converged, run.Threads);
    }
}
