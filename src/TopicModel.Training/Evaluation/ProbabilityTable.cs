using TopicModel.Models;

namespace TopicModel.Training.Evaluation;

/// <summary>What each example adds to the metrics of its probabilities, so that a resample only has to add up.</summary>
internal sealed class ProbabilityTable
{
    /// <summary>Bins of <see cref="MetricBlock.Ece"/>.</summary>
    public const int BinCount = 15;

    /// <summary>Distance of clamped probabilities from 0 and 1: 2^-52, as scikit-learn clamps doubles.</summary>
    private const double Smallest = 1.0 / (1L << 52);

    private readonly int _casesPerExample;

    /// <summary>[example].</summary>
    private readonly double[] _logLosses;

    /// <summary>[example].</summary>
    private readonly double[] _briers;

    /// <summary>[example * cases + case] -> bin.</summary>
    private readonly byte[] _bins;

    /// <summary>[example * cases + case] -> y - p.</summary>
    private readonly double[] _gaps;

    /// <param name="predictions">Checked.</param>
    public ProbabilityTable(PredictionSet predictions)
    {
        int examples = predictions.Truth.Count, labels = predictions.Labels.Count;
        bool isMulticlass = predictions.Kind == ClassifierKind.Multiclass;
        _casesPerExample = isMulticlass ? 1 : labels;
        _logLosses = new double[examples];
        _briers = new double[examples];
        _bins = new byte[examples * _casesPerExample];
        _gaps = new double[examples * _casesPerExample];
        for (int example = 0; example < examples; example++)
        {
            for (int label = 0; label < labels; label++) Add(predictions, example, label);
            if (isMulticlass) continue;
            _logLosses[example] /= labels;
            _briers[example] /= labels;
        }
    }

    /// <summary>
    /// Writes <see cref="Metric.LogLoss"/>, <see cref="Metric.Brier"/> and <see cref="Metric.Ece"/>, [metric], of the examples counted
    /// as often as their weights say, [example]. <paramref name="binGaps"/>, [bin], is scratch.
    /// </summary>
    public void WriteMetrics(ReadOnlySpan<int> weights, Span<double> binGaps, Span<double> values)
    {
        double logLoss = 0, brier = 0;
        long total = 0;
        binGaps.Clear();
        for (int example = 0; example < weights.Length; example++)
        {
            int weight = weights[example];
            if (weight == 0) continue;
            total += weight;
            logLoss += weight * _logLosses[example];
            brier += weight * _briers[example];
            int start = example * _casesPerExample;
            for (int i = start; i < start + _casesPerExample; i++) binGaps[_bins[i]] += weight * _gaps[i];
        }
        // A bin's share times the distance of its means is the distance of its sums over all cases.
        double ece = 0;
        foreach (double gap in binGaps) ece += Math.Abs(gap);
        values[(int)Metric.LogLoss] = logLoss / total;
        values[(int)Metric.Brier] = brier / total;
        values[(int)Metric.Ece] = ece / ((double)total * _casesPerExample);
    }

    private void Add(PredictionSet predictions, int example, int label)
    {
        int cell = example * predictions.Labels.Count + label;
        double probability = predictions.Probabilities[cell], clamped = Math.Clamp(probability, Smallest, 1 - Smallest);
        bool isTrue = predictions.Truth.Has(example, label), isMulticlass = predictions.Kind == ClassifierKind.Multiclass;
        double gap = (isTrue ? 1 : 0) - probability;
        if (isTrue) _logLosses[example] -= PortableMath.Log(clamped);
        else if (!isMulticlass) _logLosses[example] -= PortableMath.Log(1 - clamped);
        _briers[example] += gap * gap;
        if (isMulticlass && !predictions.Given[cell]) return;
        int index = isMulticlass ? example : cell;
        _gaps[index] = gap;
        _bins[index] = (byte)Math.Min((int)(probability * BinCount), BinCount - 1);
    }
}
