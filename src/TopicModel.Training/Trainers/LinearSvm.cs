using System.Globalization;

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

    /// <param name="options">Valid options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public LinearSvm(LinearSvmOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.C);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Tolerance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxIterations);
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => "LinearSvm";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Options => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["C"] = _options.C.ToString("R", CultureInfo.InvariantCulture),
        ["tolerance"] = _options.Tolerance.ToString("R", CultureInfo.InvariantCulture),
        ["maxIterations"] = _options.MaxIterations.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Trains. The objective reported is the dual's, which at the optimum equals the formula above, summed over the labels.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingResult Train(TrainingProblem problem, TrainerRun run)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        LabelBlock[] blocks = LabelBlock.Split(problem, run.Threads);
        var solvers = new SvmBlockSolver[blocks.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        Parallel.For(0, blocks.Length, parallel, i =>
        {
            solvers[i] = new SvmBlockSolver(problem, blocks[i], _options);
            solvers[i].Solve(run, reports: i == 0);
        });

        int labels = problem.Labels.LabelCount;
        var weights = new float[problem.Features.ColumnCount * labels];
        var biases = new float[labels];
        foreach (LabelBlock block in blocks) block.CopyTo(weights, biases);
        // Summed label by label: the sum must not depend on how labels were dealt to blocks.
        double objective = solvers.SelectMany(solver => solver.Objectives()).Sum();
        return new TrainingResult(weights, biases, objective, solvers.Max(solver => solver.Iterations), solvers.All(solver => solver.Converged));
    }
}
