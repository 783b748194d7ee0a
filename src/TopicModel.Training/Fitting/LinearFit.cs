using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>A linear model with the feature weights that it was trained with: what one fit on some rows gives.</summary>
internal sealed class LinearFit
{
    private LinearFit(FeatureWeights featureWeights, TrainingResult result) => (FeatureWeights, Result) = (featureWeights, result);

    /// <summary>Which features are used and what they weigh.</summary>
    public FeatureWeights FeatureWeights { get; }

    /// <summary>The linear model, on the columns of the counts.</summary>
    public TrainingResult Result { get; }

    /// <summary>
    /// Learns from the given rows of the counts; <paramref name="labels"/> are those of all rows. Below a <paramref name="share"/> of 1
    /// only that share of the features is used: few passes over all of them say which matter most, and the fit is that of these alone.
    /// </summary>
    public static LinearFit Train(SparseCounts counts, EncodedLabels labels, int[] rows, ClassifierSpec spec, TrainerRun run, FitClock clock, Func<int, double>? share = null)
    {
        clock.StartFeaturizing();
        FeatureWeights all = FeatureWeights.Fit(counts, rows, spec.Features);
        double kept = share?.Invoke(all.Kept.Count(true)) ?? 1;
        if (kept == 1) return Train(counts, labels, rows, spec, all, run, clock);
        FeatureImportance importance = Screen(counts, labels, rows, spec, all, run, clock);
        return Train(counts, labels, rows, spec, all.Restrict(importance.Strongest(kept)), run, clock);
    }

    /// <summary>How much each feature matters, as few passes over the rows show it.</summary>
    public static FeatureImportance Screen(SparseCounts counts, EncodedLabels labels, int[] rows, ClassifierSpec spec, FeatureWeights weights, TrainerRun run, FitClock clock) =>
        new(Train(counts, labels, rows, spec with { Trainer = TrainerCatalog.ForScreening(spec.Trainer) }, weights, run with { Progress = null }, clock), spec.Features.Weighting);

    /// <summary>Learns with features that were weighted already.</summary>
    public static LinearFit Train(SparseCounts counts, EncodedLabels labels, int[] rows, ClassifierSpec spec, FeatureWeights weights, TrainerRun run, FitClock clock)
    {
        clock.StartFeaturizing();
        SparseMatrix features = weights.Transform(counts, rows, run.Threads, run.CancellationToken);
        EncodedLabels rowLabels = labels with { Matrix = labels.Matrix.Select(rows) };
        float[]? ratios = spec.Features.Weighting == Weighting.LogCountRatio ? FeatureWeights.LogCountRatios(features, rowLabels.Matrix) : null;
        clock.StartFitting();
        (float[]? positive, float[]? negative) = spec.ClassWeights.Compute(rowLabels);
        var problem = new TrainingProblem { Features = features, Labels = rowLabels.Matrix, PositiveWeights = positive, NegativeWeights = negative, FeatureScales = ratios };
        TrainingResult result = spec.Trainer.Train(problem, run);
        clock.Stop();
        return new LinearFit(weights, result);
    }

    /// <summary>Writes the scores of some rows to <paramref name="scores"/>, [row of the counts * outputs + output].</summary>
    public void Score(SparseCounts counts, int[] rows, float[] scores)
    {
        int outputs = Result.Biases.Length;
        var linear = new DenseLinearModel(Result.Weights, Result.Biases);
        int[] columns = [];
        float[] values = [];
        foreach (int row in rows)
        {
            int most = counts.RowColumns(row).Length;
            if (columns.Length < most) (columns, values) = (new int[most * 2], new float[most * 2]);
            int length = FeatureWeights.TransformRow(counts, row, columns, values);
            linear.Score(columns.AsSpan(0, length), values.AsSpan(0, length), scores.AsSpan(row * outputs, outputs));
        }
    }
}
