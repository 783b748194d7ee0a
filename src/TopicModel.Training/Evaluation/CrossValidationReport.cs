using System.Text.Json.Serialization;
using MathNet.Numerics.Statistics;

namespace TopicModel.Training.Evaluation;

/// <summary>How a classifier did on the folds of the training documents, each scored by a model of the other folds.</summary>
public sealed record CrossValidationReport
{
    /// <summary>Number of folds.</summary>
    public required int Folds { get; init; }

    /// <summary>[name of the metric] -> mean over the folds in which it is defined; NaN (null in JSON) where it is in none.</summary>
    public required IReadOnlyDictionary<string, double> Mean { get; init; }

    /// <summary>[fold] -> [name of the metric] -> value; NaN (null in JSON) where it is undefined.</summary>
    public required IReadOnlyList<IReadOnlyDictionary<string, double>> PerFold { get; init; }

    /// <summary>The same for the sentences of the documents; null unless passages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CrossValidationReport? Passages { get; init; }

    /// <summary>The report on the blocks of some folds, of one classifier.</summary>
    /// <param name="folds">[fold]; at least one.</param>
    /// <exception cref="ArgumentException">There are no folds.</exception>
    public static CrossValidationReport Of(IReadOnlyList<MetricBlock> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        if (folds.Count == 0) throw new ArgumentException("there are no folds, at least 1 was expected", nameof(folds));
        List<IReadOnlyDictionary<string, double>> perFold = [.. folds.Select(fold => fold.ToDictionary())];
        var mean = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string metric in perFold[0].Keys)
            mean.Add(metric, ArrayStatistics.Mean([.. perFold.Select(fold => fold[metric]).Where(value => !double.IsNaN(value))]));
        List<MetricBlock> passages = [.. folds.Select(fold => fold.Passages).OfType<MetricBlock>()];
        return new CrossValidationReport
        {
            Folds = folds.Count,
            Mean = mean,
            PerFold = perFold,
            Passages = passages.Count == folds.Count ? Of(passages) : null,
        };
    }
}
