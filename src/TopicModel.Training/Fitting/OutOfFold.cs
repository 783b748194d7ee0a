using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Cross-validation: every row is scored by a model that has not seen it, with features left out and weights rounded as in the model
/// that will be written.
/// </summary>
/// <param name="counts">All rows.</param>
/// <param name="labels">Their labels.</param>
/// <param name="foldOfRow">[row] -> fold in which it is held out.</param>
/// <param name="spec">What is trained.</param>
/// <param name="context">The session.</param>
internal sealed class OutOfFold(SparseCounts counts, EncodedLabels labels, int[] foldOfRow, ClassifierSpec spec, TrainingContext context)
{
    /// <summary>Held-out rows that are enough to see a loss of a thousandth; where one fold has fewer, more folds are tried.</summary>
    private const int EnoughRows = 8_000;

    /// <summary>[fold] -> what fits its model; let go after the last fit, for the cross-validation itself lives on in what asks for its share.</summary>
    private readonly LinearFitter?[] _fitters = new LinearFitter[spec.CrossValidation];
    private int _finished;

    /// <summary>[row * labels + label] -> score by the model of the other folds.</summary>
    public float[] Scores { get; } = new float[checked(counts.RowCount * labels.Matrix.LabelCount)];

    /// <summary>Share of the features that was kept.</summary>
    public double Share { get; private set; } = 1;

    /// <summary>
    /// Scores all rows. Folds are trained side by side when there are threads for it; each is computed as if it were alone. How many
    /// features are kept is found out on the first folds, while other threads screen the features of the rest.
    /// </summary>
    /// <param name="measure">Metrics of the scores, [row * labels + label], of the first so many folds.</param>
    public void Run(Func<float[], int, MetricBlock> measure)
    {
        int choosing = spec.Prune > 0 ? ChoosingFolds() : 0, rest = spec.CrossValidation - choosing;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        if (choosing > 0) Parallel.Invoke(parallel, () => Choose(choosing, Math.Max(1, (context.Threads - rest) / choosing), measure), () => InParallel(choosing, spec.CrossValidation, fold => Fitter(fold).Screen(context.Run(1)), Math.Max(1, context.Threads - choosing)));
        InParallel(choosing, spec.CrossValidation, fold =>
        {
            Score((_fitters[fold] ?? Fitter(fold)).Fit(Share, context.Run(Math.Max(1, context.Threads / rest))), fold, Scores);
            _fitters[fold] = null;
            Finish();
        });
    }

    /// <summary>The rows inside a fold and those outside, ascending.</summary>
    public static (int[] Inside, int[] Outside) Rows(int[] foldOfRow, int fold)
    {
        var inside = new List<int>();
        var outside = new List<int>();
        for (int row = 0; row < foldOfRow.Length; row++) (foldOfRow[row] == fold ? inside : outside).Add(row);
        return ([.. inside], [.. outside]);
    }

    /// <summary>The scores of some rows, in their order.</summary>
    public static float[] Select(float[] scores, int[] rows, int outputs)
    {
        var selected = new float[rows.Length * outputs];
        for (int i = 0; i < rows.Length; i++) scores.AsSpan(rows[i] * outputs, outputs).CopyTo(selected.AsSpan(i * outputs));
        return selected;
    }

    private int ChoosingFolds()
    {
        int folds = 1;
        while (folds < spec.CrossValidation && foldOfRow.Count(fold => fold < folds) < EnoughRows) folds++;
        return folds;
    }

    /// <summary>
    /// Finds the smallest share of the features that loses little. The loss is taken to grow as the share shrinks, so that the shares are searched from
    /// the middle: of the five there are, at most three are tried.
    /// </summary>
    private void Choose(int folds, int threadsOfFold, Func<float[], int, MetricBlock> measure)
    {
        TrainerRun run = context.Run(threadsOfFold);
        var unpruned = new float[Scores.Length];
        InParallel(0, folds, fold =>
        {
            LinearFit fit = Fitter(fold).ScreenAndFit(run);
            fit.Score(counts, Rows(foldOfRow, fold).Inside, unpruned);
            Score(fit, fold, Scores);
            Finish();
        });
        MetricBlock reference = measure(unpruned, folds);
        // Others have screened the rest by now: their threads are mostly free.
        run = context.Run(Math.Max(1, context.Threads / folds));
        var tried = new float[Scores.Length];
        for (int good = 0, bad = Pruning.Shares.Length + 1; bad - good > 1;)
        {
            int middle = (good + bad) / 2;
            double share = Pruning.Shares[middle - 1];
            InParallel(0, folds, fold => Score(_fitters[fold]!.Fit(share, run), fold, tried));
            if (Pruning.Loss(reference, measure(tried, folds)) > spec.Prune)
            {
                bad = middle;
                continue;
            }
            (good, Share) = (middle, share);
            tried.CopyTo(Scores, 0);
        }
        Array.Clear(_fitters, 0, folds);
    }

    private void Score(LinearFit fit, int fold, float[] scores) =>
        CompactFit.Of(fit, spec.Features.Weighting).Score(counts, Rows(foldOfRow, fold).Inside, scores);

    private LinearFitter Fitter(int fold) => _fitters[fold] = new LinearFitter(counts, labels, Rows(foldOfRow, fold).Outside, spec);

    private void InParallel(int first, int end, Action<int> work, int? threads = null) =>
        Parallel.For(first, end, new ParallelOptions { MaxDegreeOfParallelism = threads ?? context.Threads, CancellationToken = context.CancellationToken }, work);

    private void Finish()
    {
        int finished = Interlocked.Increment(ref _finished);
        context.Report(spec.Name, $"cross-validation, {finished} of {spec.CrossValidation} folds", 0.2 + 0.5 * finished / spec.CrossValidation);
    }
}
