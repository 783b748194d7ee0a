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

    /// <summary>Learns from the given rows of the counts; <paramref name="labels"/> are those of all rows.</summary>
    public static LinearFit Train(SparseCounts counts, EncodedLabels labels, int[] rows, ClassifierSpec spec, TrainerRun run, FitClock clock)
    {
        clock.StartFeaturizing();
        FeatureWeights weights = FeatureWeights.Fit(counts, rows, spec.Features);
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
