namespace TopicModel.Training.Evaluation;

/// <summary>
/// All metrics of a <see cref="PredictionSet"/> in which examples count any whole number of times. What does not depend on how often they
/// count (sorted orders, losses, bins) is made once; any number of threads may compute at the same time.
/// </summary>
internal sealed class WeightedMetrics
{
    /// <summary>Number of metrics.</summary>
    public static readonly int MetricCount = Enum.GetValues<Metric>().Length;

    private readonly ProbabilityTable _probabilities;
    private readonly bool _isBinary;

    /// <summary>[label], binary: the positive.</summary>
    private readonly Ranking[] _rankings;

    /// <param name="predictions">Checked.</param>
    public WeightedMetrics(PredictionSet predictions)
    {
        Decisions = new DecisionTable(predictions);
        _probabilities = new ProbabilityTable(predictions);
        _isBinary = predictions.IsBinary;
        _rankings = [.. Enumerable.Range(0, predictions.Labels.Count).Select(label => Rank(predictions, label, isNegated: false))];
    }

    /// <summary>Decisions and truth.</summary>
    public DecisionTable Decisions { get; }

    /// <summary>[class] -> see <see cref="LabelMetrics.AveragePrecision"/>, each example counted once.</summary>
    public double[] AveragePrecisions(PredictionSet predictions)
    {
        double[] byLabel = [.. _rankings.Select(ranking => ranking.AveragePrecision())];
        return _isBinary ? [Rank(predictions, 0, isNegated: true).AveragePrecision(), byLabel[0]] : byLabel;
    }

    /// <summary>
    /// Writes the value of every metric, [metric], of the examples counted as often as their weights say, [example]; NaN where it is
    /// undefined. <paramref name="counts"/> is filled too.
    /// </summary>
    public void Compute(ReadOnlySpan<int> weights, ClassCounts counts, Span<double> values)
    {
        values.Fill(double.NaN);
        Decisions.Count(weights, counts);
        if (counts.Total == 0) return;
        counts.WriteMetrics(values);
        _probabilities.WriteMetrics(weights, stackalloc double[ProbabilityTable.BinCount], values);
        values[(int)Metric.Auc] = MeanAuc(weights);
        if (!_isBinary) return;
        values[(int)Metric.Precision] = counts.Precision(1);
        values[(int)Metric.Recall] = counts.Recall(1);
        values[(int)Metric.F1] = counts.F1(1);
    }

    private double MeanAuc(ReadOnlySpan<int> weights)
    {
        double sum = 0;
        int defined = 0;
        foreach (Ranking ranking in _rankings)
        {
            double auc = ranking.Auc(weights);
            if (double.IsNaN(auc)) continue;
            sum += auc;
            defined++;
        }
        return defined == 0 ? double.NaN : sum / defined;
    }

    private static Ranking Rank(PredictionSet predictions, int label, bool isNegated)
    {
        var probabilities = new double[predictions.Truth.Count];
        var isPositive = new bool[probabilities.Length];
        for (int example = 0; example < probabilities.Length; example++)
        {
            double probability = predictions.Probabilities[example * predictions.Labels.Count + label];
            probabilities[example] = isNegated ? -probability : probability;
            isPositive[example] = predictions.Truth.Has(example, label) != isNegated;
        }
        return new Ranking(probabilities, isPositive);
    }
}
