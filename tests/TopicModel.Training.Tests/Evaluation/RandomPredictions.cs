using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Tests.Evaluation;

/// <summary>Predictions of a classifier that is right more often than not, with many equal probabilities.</summary>
internal static class RandomPredictions
{
    public static PredictionSet Make(ClassifierKind kind, int examples, int labels, int seed)
    {
        if (kind is ClassifierKind.Binary or ClassifierKind.Passages) labels = 1;
        bool isMulticlass = kind == ClassifierKind.Multiclass;
        var random = new DeterministicRandom(seed);
        var truth = new int[examples][];
        var probabilities = new double[examples * labels];
        var given = new bool[probabilities.Length];
        for (int example = 0; example < examples; example++)
        {
            int right = random.Next(labels);
            truth[example] = isMulticlass ? [right] : [.. Enumerable.Range(0, labels).Where(_ => random.NextDouble() < 0.3)];
            Span<double> row = probabilities.AsSpan(example * labels, labels);
            for (int label = 0; label < labels; label++)
                row[label] = (random.Next(50) + (truth[example].Contains(label) ? 30 : 1)) / 100.0;
            if (isMulticlass)
            {
                double sum = 0;
                foreach (double p in row) sum += p;
                for (int label = 0; label < labels; label++) row[label] /= sum;
            }
            for (int label = 0; label < labels; label++)
                given[example * labels + label] = isMulticlass ? row.IndexOf(Max(row)) == label : row[label] >= 0.4;
        }
        double[] thresholds = isMulticlass ? [] : [.. Enumerable.Repeat(0.4, labels)];
        string[] names = [.. Enumerable.Range(0, labels).Select(label => $"label {label}")];
        return new PredictionSet(kind, names, "", new LabelMatrix(labels, isMulticlass, truth), probabilities, given, thresholds);
    }

    /// <summary>The set in which every example stands as often as its weight says.</summary>
    public static PredictionSet Repeat(PredictionSet set, int[] weights)
    {
        int labels = set.Labels.Count;
        int[] examples = [.. weights.SelectMany((weight, example) => Enumerable.Repeat(example, weight))];
        return set with
        {
            Truth = set.Truth.Select(examples),
            Probabilities = [.. examples.SelectMany(example => set.Probabilities.Skip(example * labels).Take(labels))],
            Given = [.. examples.SelectMany(example => set.Given.Skip(example * labels).Take(labels))],
        };
    }

    private static double Max(Span<double> values)
    {
        double max = values[0];
        foreach (double value in values) max = Math.Max(max, value);
        return max;
    }
}
