namespace TopicModel.Training.Evaluation;

/// <summary>
/// Decisions and truth of a <see cref="PredictionSet"/> as a short list for each example of the classes that it has or was given, so
/// that counting costs nothing for the many that it neither has nor was given.
/// </summary>
internal sealed class DecisionTable
{
    private const int IsTrue = 1, IsGiven = 2, FlagBits = 2;

    /// <summary>[example] -> its first entry; one more than examples.</summary>
    private readonly int[] _starts;

    /// <summary>[entry] -> class shifted by <see cref="FlagBits"/>, and the flags.</summary>
    private readonly int[] _entries;

    /// <param name="predictions">Checked.</param>
    public DecisionTable(PredictionSet predictions)
    {
        ClassCount = predictions.Classes.Count;
        _starts = new int[predictions.Truth.Count + 1];
        var entries = new List<int>(predictions.Truth.Count);
        for (int example = 0; example < predictions.Truth.Count; example++)
        {
            for (int c = 0; c < ClassCount; c++)
            {
                int flags = Flags(predictions, example, c);
                if (flags != 0) entries.Add(c << FlagBits | flags);
            }
            _starts[example + 1] = entries.Count;
        }
        _entries = [.. entries];
    }

    /// <summary>Number of classes: the labels, of a binary classifier the negative and the positive.</summary>
    public int ClassCount { get; }

    /// <summary>Counts every example as often as its weight says, [example], into <paramref name="counts"/>.</summary>
    public void Count(ReadOnlySpan<int> weights, ClassCounts counts)
    {
        counts.Clear();
        for (int example = 0; example < weights.Length; example++)
        {
            int weight = weights[example];
            if (weight == 0) continue;
            counts.Total += weight;
            bool isRight = true;
            for (int i = _starts[example]; i < _starts[example + 1]; i++)
            {
                int flags = _entries[i] & (IsTrue | IsGiven), c = _entries[i] >> FlagBits;
                if ((flags & IsTrue) != 0) counts.Supports[c] += weight;
                if ((flags & IsGiven) != 0) counts.Givens[c] += weight;
                if (flags == (IsTrue | IsGiven)) counts.Hits[c] += weight;
                else isRight = false;
            }
            if (isRight) counts.Right += weight;
        }
    }

    /// <summary>The matrix of <see cref="Evaluation.Confusion"/>, every example counted once.</summary>
    public Confusion Confusion(IReadOnlyList<string> classes, bool isExclusive, ClassCounts counts)
    {
        if (isExclusive) return new Confusion(classes, ExclusiveCounts());
        var rows = new int[ClassCount][];
        for (int c = 0; c < ClassCount; c++)
        {
            int hits = (int)counts.Hits[c], falsePositives = (int)counts.Givens[c] - hits, falseNegatives = (int)counts.Supports[c] - hits;
            rows[c] = [(int)counts.Total - hits - falsePositives - falseNegatives, falsePositives, falseNegatives, hits];
        }
        return new Confusion(classes, rows);
    }

    private int[][] ExclusiveCounts()
    {
        var rows = new int[ClassCount][];
        for (int c = 0; c < ClassCount; c++) rows[c] = new int[ClassCount];
        for (int example = 0; example < _starts.Length - 1; example++)
        {
            int truth = -1, given = -1;
            for (int i = _starts[example]; i < _starts[example + 1]; i++)
            {
                if ((_entries[i] & IsTrue) != 0) truth = _entries[i] >> FlagBits;
                if ((_entries[i] & IsGiven) != 0) given = _entries[i] >> FlagBits;
            }
            rows[truth][given]++;
        }
        return rows;
    }

    private static int Flags(PredictionSet predictions, int example, int c)
    {
        int label = predictions.IsBinary ? 0 : c;
        bool isTrue = predictions.Truth.Has(example, label), isGiven = predictions.Given[example * predictions.Labels.Count + label];
        if (predictions.IsBinary && c == 0) (isTrue, isGiven) = (!isTrue, !isGiven);
        return (isTrue ? IsTrue : 0) | (isGiven ? IsGiven : 0);
    }
}
