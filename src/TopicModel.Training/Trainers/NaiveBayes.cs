namespace TopicModel.Training.Trainers;

/// <summary>
/// Complement naive Bayes (Rennie, Shih, Teevan &amp; Karger 2003) without their weight normalization. With θ(S, f) the smoothed share of
/// feature f in the sum of all features over the examples S, the weights of exclusive labels are −ln θ(examples without the label, f). Labels
/// that are not exclusive are each a problem of two classes, the label and its complement: ln θ(examples with, f) − ln θ(examples without, f).
/// There are no priors, so biases are 0. A label that no example has gets weights 0 and bias −1, a label that all have (not exclusive)
/// weights 0 and bias 1: there is nothing to compare. Example weights multiply counts; positive weights those of a label's examples,
/// negative weights (not exclusive only) those of the others. Feature scales make no sense here and are refused.
/// </summary>
public sealed class NaiveBayes : ITrainer
{
    /// <summary>Name in train.json.</summary>
    internal const string TrainerName = "NaiveBayes";

    /// <summary>The options with their ranges.</summary>
    internal static readonly TrainerOptionSet<NaiveBayesOptions> OptionSet = new(TrainerName,
        new TrainerOption<NaiveBayesOptions>("smoothing", NumberRange.Positive, "added to the count of every feature",
            options => options.Smoothing, (options, value) => options with { Smoothing = value }));

    private readonly NaiveBayesOptions _options;

    /// <param name="options">Options within their ranges.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public NaiveBayes(NaiveBayesOptions options) => _options = OptionSet.Checked(options);

    /// <inheritdoc/>
    public string Name => TrainerName;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Options => OptionSet.ToText(_options);

    /// <summary>Trains in one pass. The objective is NaN; it always converges.</summary>
    /// <exception cref="ArgumentException">The problem has feature scales, or a feature is below 0.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainingResult Train(TrainingProblem problem, TrainerRun run)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(run);
        if (problem.FeatureScales is not null)
            throw new ArgumentException($"{TrainerName} counts features and cannot use feature scales (weighting \"logCountRatio\"); another weighting or trainer was expected");
        var counts = new LabelFeatureCounts(problem, _options.Smoothing, run.CancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = run.Threads, CancellationToken = run.CancellationToken };
        double[] logs = counts.OutsideLogShares(parallel);
        double[]? insideLogs = problem.Labels.IsExclusive ? null : counts.InsideLogShares(parallel);
        var weights = new float[logs.Length];
        for (int i = 0; i < weights.Length; i++) weights[i] = (float)((insideLogs?[i] ?? 0) - logs[i]);
        float[] biases = SettleDegenerateLabels(problem, weights);
        run.Progress?.Report(new TrainerProgress(1, 1, 0));
        return new TrainingResult(weights, biases, double.NaN, 1, true);
    }

    /// <summary>Clears the weights of labels without anything to compare; returns the biases.</summary>
    private static float[] SettleDegenerateLabels(TrainingProblem problem, float[] weights)
    {
        int[] supports = problem.Labels.Supports();
        var biases = new float[supports.Length];
        for (int label = 0; label < supports.Length; label++)
        {
            bool isNever = supports[label] == 0, isAlways = !problem.Labels.IsExclusive && supports[label] == problem.Labels.Count;
            if (!isNever && !isAlways) continue;
            biases[label] = isNever ? -1 : 1;
            for (int i = label; i < weights.Length; i += supports.Length) weights[i] = 0;
        }
        return biases;
    }
}
