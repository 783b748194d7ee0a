using TopicModel.Training.Data;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Trainers;

/// <summary>Small random training problems.</summary>
internal static class TestProblem
{
    /// <summary>Examples whose features lean towards their labels; about a third of the entries are not 0. Each value is positive.</summary>
    public static TrainingProblem Random(int examples, int features, int labels, bool isExclusive, int seed = 1)
    {
        var random = new DeterministicRandom(seed);
        var own = new int[examples][];
        var rows = new (int Column, float Value)[examples][];
        for (int i = 0; i < examples; i++)
        {
            int first = random.Next(labels);
            own[i] = isExclusive ? [first] : [.. Enumerable.Range(0, labels).Where(_ => random.Next(3) == 0)];
            var row = new List<(int, float)>();
            for (int feature = 0; feature < features; feature++)
            {
                bool leans = own[i].Any(label => label == feature % labels);
                if (random.Next(3) == 0 || (leans && random.Next(3) == 0)) row.Add((feature, (float)(0.1 + random.NextDouble())));
            }
            rows[i] = [.. row];
        }
        return new TrainingProblem { Features = Matrix(features, rows), Labels = new LabelMatrix(labels, isExclusive, own) };
    }

    /// <summary>A sparse matrix from its rows.</summary>
    public static SparseMatrix Matrix(int columns, params (int Column, float Value)[][] rows)
    {
        var starts = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++) starts[i + 1] = starts[i] + rows[i].Length;
        return new SparseMatrix(columns, starts, [.. rows.SelectMany(row => row.Select(entry => entry.Column))], [.. rows.SelectMany(row => row.Select(entry => entry.Value))]);
    }

    /// <summary>The entries of a row.</summary>
    public static (int Column, float Value)[] Row(SparseMatrix matrix, int row)
    {
        int[] columns = matrix.RowColumns(row).ToArray();
        return [.. columns.Zip(matrix.RowValues(row).ToArray())];
    }

    /// <summary>Some examples of a problem, in the order given, repeats allowed, without example weights.</summary>
    public static TrainingProblem Select(TrainingProblem problem, params int[] examples) => problem with
    {
        Features = Matrix(problem.Features.ColumnCount, [.. examples.Select(i => Row(problem.Features, i))]),
        Labels = problem.Labels.Select(examples),
        ExampleWeights = null,
    };

    /// <summary>The problem of one of the labels alone, not exclusive.</summary>
    public static TrainingProblem OneLabel(TrainingProblem problem, int label) => problem with
    {
        Labels = new LabelMatrix(1, false, [.. Enumerable.Range(0, problem.Labels.Count).Select(i => problem.Labels.Has(i, label) ? new[] { 0 } : [])]),
        PositiveWeights = problem.PositiveWeights is { } positive ? [positive[label]] : null,
        NegativeWeights = problem.NegativeWeights is { } negative ? [negative[label]] : null,
        FeatureScales = problem.FeatureScales is { } scales ? Column(scales, problem.Labels.LabelCount, label) : null,
    };

    /// <summary>One label of [feature * labels + label].</summary>
    public static float[] Column(float[] values, int labels, int label) => [.. values.Where((_, i) => i % labels == label)];

    /// <summary>Random numbers above 0, about 1.</summary>
    public static float[] Weights(int count, int seed)
    {
        var random = new DeterministicRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(0.5 + random.NextDouble()))];
    }

    /// <summary>The same problem with example, class and feature weights of all kinds.</summary>
    public static TrainingProblem Weighted(TrainingProblem problem) => problem with
    {
        ExampleWeights = Weights(problem.Labels.Count, 11),
        PositiveWeights = Weights(problem.Labels.LabelCount, 12),
        NegativeWeights = Weights(problem.Labels.LabelCount, 13),
        FeatureScales = Weights(problem.Features.ColumnCount * problem.Labels.LabelCount, 14),
    };
}
