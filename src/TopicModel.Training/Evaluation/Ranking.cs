namespace TopicModel.Training.Evaluation;

/// <summary>
/// The examples in ascending order of one label's probability, with equal probabilities as one group: sorted once, then the ranking
/// metrics of any resample are one pass of whole-number sums, the same in any order of equal examples.
/// </summary>
internal sealed class Ranking
{
    private const int IsPositive = 1, EndsGroup = 2, FlagBits = 2;

    /// <summary>[rank] -> example shifted by <see cref="FlagBits"/>, and the flags.</summary>
    private readonly int[] _entries;

    /// <param name="probabilities">[example]; changed: sorted.</param>
    /// <param name="isPositive">[example] -> whether it has the label.</param>
    public Ranking(double[] probabilities, bool[] isPositive)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Length)];
        Array.Sort(probabilities, order);
        _entries = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            bool endsGroup = rank + 1 == order.Length || probabilities[rank + 1] > probabilities[rank];
            _entries[rank] = order[rank] << FlagBits | (isPositive[order[rank]] ? IsPositive : 0) | (endsGroup ? EndsGroup : 0);
        }
    }

    /// <summary>
    /// Area under the ROC curve of the examples counted as often as their weights say, [example]; NaN when all or none have the label.
    /// </summary>
    public double Auc(ReadOnlySpan<int> weights)
    {
        // Twice the number of pairs of a positive and a lower negative, an equal one counting half.
        long pairs = 0, negatives = 0, positives = 0, groupNegatives = 0, groupPositives = 0;
        foreach (int entry in _entries)
        {
            int weight = weights[entry >> FlagBits];
            if ((entry & IsPositive) != 0) groupPositives += weight;
            else groupNegatives += weight;
            if ((entry & EndsGroup) == 0) continue;
            pairs += groupPositives * (2 * negatives + groupNegatives);
            negatives += groupNegatives;
            positives += groupPositives;
            groupNegatives = groupPositives = 0;
        }
        return negatives == 0 || positives == 0 ? double.NaN : pairs / (2.0 * negatives * positives);
    }

    /// <summary><see cref="LabelMetrics.AveragePrecision"/> of all examples, each counted once; NaN when none has the label.</summary>
    public double AveragePrecision()
    {
        int positives = _entries.Count(entry => (entry & IsPositive) != 0), found = 0, foundBefore = 0;
        double sum = 0;
        for (int rank = _entries.Length - 1; rank >= 0; rank--)
        {
            if ((_entries[rank] & IsPositive) != 0) found++;
            bool startsGroup = rank == 0 || (_entries[rank - 1] & EndsGroup) != 0;
            if (!startsGroup) continue;
            sum += (found - foundBefore) * ((double)found / (_entries.Length - rank));
            foundBefore = found;
        }
        return positives == 0 ? double.NaN : sum / positives;
    }
}
