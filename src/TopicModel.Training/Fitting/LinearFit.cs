using TopicModel.Training.Features;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Fitting;

/// <summary>A linear model with the feature weights that it was trained with: what one fit on some rows gives.</summary>
/// <param name="featureWeights">Which features are used and what they weigh.</param>
/// <param name="result">The linear model, on the columns of the counts.</param>
internal sealed class LinearFit(FeatureWeights featureWeights, TrainingResult result)
{
    /// <summary>Which features are used and what they weigh.</summary>
    public FeatureWeights FeatureWeights => featureWeights;

    /// <summary>The linear model, on the columns of the counts.</summary>
    public TrainingResult Result => result;

    /// <summary>Writes the scores of some rows to <paramref name="scores"/>, [row of the counts * outputs + output].</summary>
    public void Score(SparseCounts counts, int[] rows, float[] scores)
    {
        int outputs = result.Biases.Length;
        var linear = new DenseLinearModel(result.Weights, result.Biases);
        int[] columns = [];
        float[] values = [];
        foreach (int row in rows)
        {
            int most = counts.RowColumns(row).Length;
            if (columns.Length < most) (columns, values) = (new int[most * 2], new float[most * 2]);
            int length = featureWeights.TransformRow(counts, row, columns, values);
            linear.Score(columns.AsSpan(0, length), values.AsSpan(0, length), scores.AsSpan(row * outputs, outputs));
        }
    }
}
