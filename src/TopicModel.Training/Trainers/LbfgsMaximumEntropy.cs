namespace TopicModel.Training.Trainers;

/// <summary>
/// Logistic regression by L-BFGS (Liu &amp; Nocedal 1989). Exclusive labels are one multinomial problem: it minimises
/// ½ Σₖ ‖wₖ‖² + C Σ cᵢ (ln Σₖ exp(wₖ·xᵢ + bₖ) − w·xᵢ − b of the example's label), cᵢ the example's weight times the positive weight of
/// its label; negative weights have no part in it. Labels that are not exclusive are each a problem of their own:
/// ½‖w‖² + C Σ cᵢ ln(1 + exp(−yᵢ (w·xᵢ + b))), yᵢ = ±1. The biases are not regularized. It works on the dual variables (see
/// <see cref="KernelProduct"/>), which gives the same iterates as working on the weights. It stops when half the squared gradient,
/// which is the duality gap at the probabilities of the current weights, is at most tolerance times the objective.
/// </summary>
public sealed class LbfgsMaximumEntropy : ITrainer
{
    /// <summary>Name in train.json.</summary>
    internal const string TrainerName = "LbfgsMaximumEntropy";

    /// <summary>The options with their ranges.</summary>
    internal static readonly TrainerOptionSet<LbfgsMaximumEntropyOptions> OptionSet = new(TrainerName,
        new("C", NumberRange.Positive, "weight of the loss against the regularization: higher fits the training data more closely",
            options => options.C, (options, value) => options with { C = value }),
        new("tolerance", NumberRange.Positive, "training stops when the duality gap is at most this share of the objective",
            options => options.Tolerance, (options, value) => options with { Tolerance = value }),
        new("maxIterations", NumberRange.Passes, "iterations at most",
            options => options.MaxIterations, (options, value) => options with { MaxIterations = (int)value }),
        new("memorySize", new NumberRange(true, 1, 100), "steps that the estimate of the curvature is made from",
            options => options.MemorySize, (options, value) => options with { MemorySize = (int)value }));

    private readonly LbfgsMaximumEntropyOptions _options;

    /// <param name="options">Options within their ranges.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public LbfgsMaximumEntropy(LbfgsMaximumEntropyOptions options) => _options = OptionSet.Checked(options);

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
        var kernel = new KernelProduct(problem, run);
        // Along a bias in this unit the loss is about as curved as along the weights of the mean example.
        var rounds = new LbfgsRounds(problem, CreateMinimizers(problem, kernel.MeanLengths(), run), kernel, run);
        int iterations = 0;
        while (rounds.IsOpen && iterations < _options.MaxIterations)
        {
            double violation = rounds.Advance();
            iterations++;
            run.Progress?.Report(new TrainerProgress(iterations, _options.MaxIterations, violation));
        }
        (float[] weights, float[] biases) = rounds.Model();
        return new TrainingResult(weights, biases, rounds.Minimizers.Sum(minimizer => minimizer.Value), iterations, rounds.Minimizers.All(minimizer => minimizer.Converged));
    }

    private LbfgsMinimizer[] CreateMinimizers(TrainingProblem problem, double[] biasUnits, TrainerRun run)
    {
        int examples = problem.Features.RowCount;
        if (problem.Labels.IsExclusive)
            return [new LbfgsMinimizer(new SoftmaxLoss(problem, ExampleCosts.OfExclusive(problem, _options.C)), biasUnits, examples, _options, run, run.Threads)];
        // The threads share out the labels, so one label has one thread, unless there is only one label.
        int threads = problem.Labels.LabelCount == 1 ? run.Threads : 1;
        return [.. Enumerable.Range(0, problem.Labels.LabelCount).Select(label =>
            new LbfgsMinimizer(new LogisticLoss(problem, label, ExampleCosts.OfLabel(problem, _options.C, label)), [biasUnits[label]], examples, _options, run, threads))];
    }
}
