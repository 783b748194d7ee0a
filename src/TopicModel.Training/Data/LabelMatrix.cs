namespace TopicModel.Training.Data;

/// <summary>Which labels each example has: one (exclusive) or any number. Labels are indices, 0-based.</summary>
public sealed class LabelMatrix
{
    private readonly int[][] _labels;

    /// <param name="labelCount">Labels are 0 to this, exclusive.</param>
    /// <param name="isExclusive">Whether every example has exactly one label.</param>
    /// <param name="labels">[example] -> its labels, ascending.</param>
    /// <exception cref="ArgumentException">A label is out of range, or an example of exclusive labels has not exactly one.</exception>
    public LabelMatrix(int labelCount, bool isExclusive, int[][] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i].Any(label => label < 0 || label >= labelCount)) throw new ArgumentException($"example {i} has a label outside 0 to {labelCount - 1}", nameof(labels));
            if (isExclusive && labels[i].Length != 1) throw new ArgumentException($"example {i} has {labels[i].Length} labels, exactly 1 was expected", nameof(labels));
        }
        (LabelCount, IsExclusive, _labels) = (labelCount, isExclusive, labels);
    }

    /// <summary>Number of labels.</summary>
    public int LabelCount { get; }

    /// <summary>Whether every example has exactly one label.</summary>
    public bool IsExclusive { get; }

    /// <summary>Number of examples.</summary>
    public int Count => _labels.Length;

    /// <summary>Labels of an example, ascending.</summary>
    public ReadOnlySpan<int> this[int example] => _labels[example];

    /// <summary>Whether an example has a label.</summary>
    public bool Has(int example, int label) => Array.IndexOf(_labels[example], label) >= 0;

    /// <summary>[label] -> number of examples that have it.</summary>
    public int[] Supports()
    {
        var supports = new int[LabelCount];
        foreach (int[] labels in _labels) foreach (int label in labels) supports[label]++;
        return supports;
    }

    /// <summary>These examples, and behind them others with the same labels.</summary>
    public LabelMatrix Concat(LabelMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LabelMatrix(LabelCount, IsExclusive, [.. _labels, .. other._labels]);
    }

    /// <summary>The labels of some examples, in the order given.</summary>
    public LabelMatrix Select(ReadOnlySpan<int> examples)
    {
        var selected = new int[examples.Length][];
        for (int i = 0; i < selected.Length; i++) selected[i] = _labels[examples[i]];
        return new LabelMatrix(LabelCount, IsExclusive, selected);
    }
}
