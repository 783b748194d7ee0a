using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>
/// Fits linear models to some rows of the counts, with all features or the share of them that matters most. What matters is said by a
/// screening of few passes over all features; its dual variables are where the other fits start from: the last fit takes
/// 13 -> 11 passes on vnews, 12 -> 10 on 20ng (<c>train</c> with crossValidation 0, 2026-11-29).
/// </summary>
internal sealed class LinearFitter
{
    private readonly SparseCounts _counts;
    private readonly EncodedLabels _labels;
    private readonly int[] _rows;
    private readonly ClassifierSpec _spec;
    private readonly FitClock _clock;

    /// <summary>Weights of all features.</summary>
    private readonly FeatureWeights _all;
    private FeatureImportance? _importance;

    /// <summary>[row * labels + label] -> dual variable that fits start from; null before the screening, or when the trainer has none.</summary>
    private float[]? _duals;

    /// <param name="counts">All rows.</param>
    /// <param name="labels">Labels of all rows.</param>
    /// <param name="rows">Rows to learn from.</param>
    /// <param name="spec">What is trained.</param>
    /// <param name="clock">Adds up the time; null where nobody wants to know.</param>
    public LinearFitter(SparseCounts counts, EncodedLabels labels, int[] rows, ClassifierSpec spec, FitClock? clock = null)
    {
        (_counts, _labels, _rows, _spec, _clock) = (counts, labels, rows, spec, clock ?? new FitClock());
        _clock.StartFeaturizing();
        _all = FeatureWeights.Fit(counts, rows, spec.Features);
        _clock.Stop();
    }

    /// <summary>Fits with the share of the features that is told for their number.</summary>
    public LinearFit Fit(Func<int, double> share, TrainerRun run) => Fit(share(_all.Kept.Count(true)), run);

    /// <summary>Fits with a share of the features, 1 for all.</summary>
    public LinearFit Fit(double share, TrainerRun run)
    {
        if (share < 1 && _importance is null) Screen(run);
        _clock.StartFeaturizing();
        FeatureWeights weights = share < 1 ? _all.Restrict(_counts, _importance!.Strongest(share)) : _all;
        LinearFit fit = Train(weights, run);
        LargeArrays.Release(_counts.EntryCount);
        return fit;
    }

    /// <summary>Makes the screening, so that fits do not have to.</summary>
    public void Screen(TrainerRun run)
    {
        ScreenAll(run);
        LargeArrays.Release(_counts.EntryCount);
    }

    /// <summary>Makes the screening and goes on from there to the fit with all features.</summary>
    public LinearFit ScreenAndFit(TrainerRun run)
    {
        LinearFit fit = ScreenAndFitAll(run);
        LargeArrays.Release(_counts.EntryCount);
        return fit;
    }

    // Methods of their own, so that nothing holds the weighted vectors when they are left and these are given back.
    private LinearFit Train(FeatureWeights weights, TrainerRun run) => WithoutDuals(Train(_spec.Trainer, weights, Weighted(weights, run), run));

    private void ScreenAll(TrainerRun run) => Screen(Weighted(_all, run), run);

    private LinearFit ScreenAndFitAll(TrainerRun run)
    {
        TrainingProblem problem = Weighted(_all, run);
        Screen(problem, run);
        return WithoutDuals(Train(_spec.Trainer, _all, problem, run));
    }

    /// <summary>Only those of the screening are started from; the others would stay in memory with the fit.</summary>
    private static LinearFit WithoutDuals(LinearFit fit) => new(fit.FeatureWeights, fit.Result with { Duals = null });

    private void Screen(TrainingProblem problem, TrainerRun run)
    {
        LinearFit fit = Train(TrainerCatalog.ForScreening(_spec.Trainer), _all, problem, run with { Progress = null });
        _clock.StartFeaturizing();
        (_importance, _duals) = (new FeatureImportance(fit, _spec.Features.Weighting, run.Threads), fit.Result.Duals);
        _clock.Stop();
    }

    private TrainingProblem Weighted(FeatureWeights weights, TrainerRun run)
    {
        _clock.StartFeaturizing();
        SparseMatrix features = weights.Transform(_counts, _rows, run.Threads, run.CancellationToken);
        EncodedLabels ofRows = _labels with { Matrix = _labels.Matrix.Select(_rows) };
        float[]? ratios = _spec.Features.Weighting == Weighting.LogCountRatio ? FeatureWeights.LogCountRatios(features, ofRows.Matrix) : null;
        (float[]? positive, float[]? negative) = _spec.ClassWeights.Compute(ofRows);
        _clock.Stop();
        return new TrainingProblem { Features = features, Labels = ofRows.Matrix, PositiveWeights = positive, NegativeWeights = negative, FeatureScales = ratios };
    }

    private LinearFit Train(ITrainer trainer, FeatureWeights weights, TrainingProblem problem, TrainerRun run)
    {
        _clock.StartFitting();
        TrainingResult result = trainer.Train(problem with { InitialDuals = _duals }, run);
        _clock.Stop();
        return new LinearFit(weights, result with { Weights = weights.ByFeature(result.Weights, result.Biases.Length) });
    }
}
