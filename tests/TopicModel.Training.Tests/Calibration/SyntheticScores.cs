using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Calibration;

/// <summary>Scores whose true probabilities are known.</summary>
internal static class SyntheticScores
{
    /// <summary>Scores, and labels that are positive with probability sigmoid(slope * score + offset).</summary>
    public static (double[] Scores, bool[] IsPositive) Binary(int examples, double slope, double offset, int seed)
    {
        var random = new DeterministicRandom(seed);
        var scores = new double[examples];
        var isPositive = new bool[examples];
        for (int i = 0; i < examples; i++)
        {
            scores[i] = Normal(ref random);
            isPositive[i] = random.NextDouble() < PortableMath.Sigmoid(slope * scores[i] + offset);
        }
        return (scores, isPositive);
    }

    /// <summary>Scores, [example * classes + class], and labels drawn from the softmax of slope * score.</summary>
    public static (float[] Scores, LabelMatrix Truth) Multiclass(int examples, int classes, double slope, int seed)
    {
        var random = new DeterministicRandom(seed);
        var scores = new float[examples * classes];
        var truth = new int[examples][];
        var probabilities = new double[classes];
        for (int i = 0; i < examples; i++)
        {
            for (int c = 0; c < classes; c++) scores[i * classes + c] = (float)Normal(ref random);
            for (int c = 0; c < classes; c++) probabilities[c] = slope * scores[i * classes + c];
            TopicModel.Models.Calibration.Softmax(probabilities);
            double draw = random.NextDouble();
            int label = 0;
            while (label < classes - 1 && (draw -= probabilities[label]) >= 0) label++;
            truth[i] = [label];
        }
        return (scores, new LabelMatrix(classes, isExclusive: true, truth));
    }

    /// <summary>Labels of one output.</summary>
    public static LabelMatrix Labels(bool[] isPositive) => new(1, isExclusive: false, [.. isPositive.Select(positive => positive ? new[] { 0 } : [])]);

    /// <summary>Nearly normal: the sum of twelve uniform numbers, less 6.</summary>
    public static double Normal(ref DeterministicRandom random)
    {
        double sum = -6;
        for (int i = 0; i < 12; i++) sum += random.NextDouble();
        return sum;
    }
}
