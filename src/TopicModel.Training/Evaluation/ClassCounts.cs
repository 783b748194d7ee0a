namespace TopicModel.Training.Evaluation;

/// <summary>What a <see cref="DecisionTable"/> counted, and the metrics that follow from counts alone. Filled again for every resample.</summary>
internal sealed class ClassCounts(int classCount)
{
    /// <summary>Precision, recall, F1.</summary>
    public const int FiguresPerClass = 3;

    /// <summary>[class] -> examples that have it: tp + fn.</summary>
    public long[] Supports { get; } = new long[classCount];

    /// <summary>[class] -> examples that were given it: tp + fp.</summary>
    public long[] Givens { get; } = new long[classCount];

    /// <summary>[class] -> examples that have it and were given it: tp.</summary>
    public long[] Hits { get; } = new long[classCount];

    /// <summary>Number of examples.</summary>
    public long Total { get; set; }

    /// <summary>Number of examples whose whole decision is right.</summary>
    public long Right { get; set; }

    /// <summary>Sets all counts to 0.</summary>
    public void Clear()
    {
        Array.Clear(Supports);
        Array.Clear(Givens);
        Array.Clear(Hits);
        (Total, Right) = (0, 0);
    }

    /// <summary>See <see cref="LabelMetrics.Precision"/>.</summary>
    public double Precision(int c) => Ratio(Hits[c], Givens[c]);

    /// <summary>See <see cref="LabelMetrics.Recall"/>.</summary>
    public double Recall(int c) => Ratio(Hits[c], Supports[c]);

    /// <summary>See <see cref="LabelMetrics.F1"/>.</summary>
    public double F1(int c) => Ratio(2 * Hits[c], Givens[c] + Supports[c]);

    /// <summary>Writes the metrics from <see cref="Metric.Accuracy"/> to <see cref="Metric.MacroRecall"/>, [metric].</summary>
    public void WriteMetrics(Span<double> values)
    {
        double f1 = 0, weightedF1 = 0, precision = 0, recall = 0;
        long hits = 0, givens = 0, supports = 0;
        for (int c = 0; c < Supports.Length; c++)
        {
            f1 += F1(c);
            weightedF1 += Supports[c] * F1(c);
            precision += Precision(c);
            recall += Recall(c);
            (hits, givens, supports) = (hits + Hits[c], givens + Givens[c], supports + Supports[c]);
        }
        values[(int)Metric.Accuracy] = Ratio(Right, Total);
        values[(int)Metric.MacroF1] = f1 / Supports.Length;
        values[(int)Metric.MicroF1] = Ratio(2 * hits, givens + supports);
        values[(int)Metric.WeightedF1] = supports == 0 ? 0 : weightedF1 / supports;
        values[(int)Metric.MacroPrecision] = precision / Supports.Length;
        values[(int)Metric.MacroRecall] = recall / Supports.Length;
    }

    /// <summary>Writes precision, recall and F1 of every class, [class * <see cref="FiguresPerClass"/> + figure].</summary>
    public void WriteFigures(Span<double> values)
    {
        for (int c = 0; c < Supports.Length; c++)
            (values[c * FiguresPerClass], values[c * FiguresPerClass + 1], values[c * FiguresPerClass + 2]) = (Precision(c), Recall(c), F1(c));
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
