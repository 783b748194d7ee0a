namespace TopicModel.Training.Data;

/// <summary>
/// Splits documents so that every part has its share of every label, by iterative stratification (Sechidis, Tsoumakas &amp; Vlahavas
/// 2011): the label with the fewest documents left is dealt out first, each document to the part that still wants most of it. Whole
/// groups of near-duplicates are dealt out, the largest first. The result depends on labels, groups and seed alone.
/// </summary>
internal static class Splitter
{
    /// <summary>[document] -> fold.</summary>
    /// <param name="labels">Labels of the documents.</param>
    /// <param name="groups">[document] -> group, 0-based; a group is never torn apart.</param>
    /// <param name="folds">Number of folds, at least 2.</param>
    /// <param name="seed">Decides between equally good choices.</param>
    /// <exception cref="DataException">There are fewer groups than folds.</exception>
    public static int[] Folds(LabelMatrix labels, int[] groups, int folds, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int groupCount = groups.Distinct().Count();
        if (groupCount < folds)
            throw new DataException($"{Wording.Count(groups.Length, "document")} in {Wording.Count(groupCount, "group")} of near-duplicates cannot fill {folds} folds, expected at least {folds} groups");
        var shares = new double[folds];
        Array.Fill(shares, 1.0 / folds);
        return new Stratification([labels], groups, shares, seed).Deal();
    }

    /// <summary>Indices to train on and to test on, each ascending.</summary>
    /// <param name="labels">[classifier] -> labels of the documents; the split is stratified for all of them together.</param>
    /// <param name="groups">[document] -> group, 0-based; a group is never torn apart.</param>
    /// <param name="share">Share of the documents that is held out, above 0 and below 1.</param>
    /// <param name="seed">Decides between equally good choices.</param>
    /// <exception cref="DataException">One of the parts would be empty.</exception>
    public static (int[] Train, int[] Test) HoldOut(IReadOnlyList<LabelMatrix> labels, int[] groups, double share, int seed)
    {
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "expected a share above 0 and below 1");
        int[] parts = new Stratification(labels, groups, [1 - share, share], seed).Deal();
        int[] train = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] == 0)], test = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] == 1)];
        if (train.Length == 0 || test.Length == 0)
            throw new DataException(string.Create(Wording.Culture, $"a hold-out of {share} leaves {train.Length} of {Wording.Count(parts.Length, "document")} to train on and {test.Length} to test on, expected some for both"));
        return (train, test);
    }
}
