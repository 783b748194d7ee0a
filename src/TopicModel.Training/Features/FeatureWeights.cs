using TopicModel.Features;
using TopicModel.Models;
using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>
/// Everything about the features that is learned from training rows alone: which are kept, their inverse document frequencies and,
/// for log-count ratios, their scales. Made anew for every fold, so that a held-out row never has a say.
/// </summary>
internal sealed class FeatureWeights
{
    private readonly FeatureOptions _options;
    private readonly bool[] _kept;
    private readonly float[] _idf;

    private FeatureWeights(FeatureOptions options, bool[] kept, float[] idf) => (_options, _kept, _idf) = (options, kept, idf);

    /// <summary>Whether features were left out because they matter little.</summary>
    public bool IsRestricted { get; private init; }

    /// <summary>[feature] -> whether it is used.</summary>
    public ReadOnlySpan<bool> Kept => _kept;

    /// <summary>[feature] -> inverse document frequency.</summary>
    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>Learns from the given rows.</summary>
    public static FeatureWeights Fit(SparseMatrix counts, ReadOnlySpan<int> rows, FeatureOptions options)
    {
        var frequencies = new int[counts.ColumnCount];
        foreach (int row in rows) foreach (int column in counts.RowColumns(row)) frequencies[column]++;
        int least = LeastFrequency(frequencies, options, out int atLeast);
        var kept = new bool[frequencies.Length];
        var idf = new float[frequencies.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            // Of the features at the cut, those that came first are kept, so that exactly MaxFeatures remain.
            kept[i] = frequencies[i] > least || (frequencies[i] == least && atLeast-- > 0);
            idf[i] = kept[i] ? TermWeighting.InverseDocumentFrequency(rows.Length, frequencies[i]) : 0;
        }
        return new FeatureWeights(options, kept, idf);
    }

    /// <summary>The same with only some of the features; what the others were weighs nothing in the length of a vector.</summary>
    /// <param name="isKept">[feature].</param>
    public FeatureWeights Restrict(Func<int, bool> isKept) => new(_options, [.. _kept.Select((kept, feature) => kept && isKept(feature))], _idf) { IsRestricted = true };

    /// <summary>The weighted vectors of some rows, in the order given. Columns stay those of the counts.</summary>
    public SparseMatrix Transform(SparseMatrix counts, ReadOnlySpan<int> rows)
    {
        var rowStarts = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            int kept = 0;
            foreach (int column in counts.RowColumns(rows[i])) if (_kept[column]) kept++;
            rowStarts[i + 1] = rowStarts[i] + kept;
        }
        var columns = new int[rowStarts[^1]];
        var values = new float[rowStarts[^1]];
        for (int i = 0; i < rows.Length; i++)
        {
            int length = rowStarts[i + 1] - rowStarts[i];
            TransformRow(counts, rows[i], columns.AsSpan(rowStarts[i], length), values.AsSpan(rowStarts[i], length));
        }
        return new SparseMatrix(counts.ColumnCount, rowStarts, columns, values);
    }

    /// <summary>
    /// Log-count ratios (Wang &amp; Manning 2012) of the features in the given rows: [feature * labels + label] ->
    /// ln((p / |p|) / (q / |q|)), p and q 1 + the number of rows with and without the label that have the feature.
    /// </summary>
    public static float[] LogCountRatios(SparseMatrix features, LabelMatrix labels)
    {
        int labelCount = labels.LabelCount;
        var inside = new double[checked(features.ColumnCount * labelCount)];
        var all = new double[features.ColumnCount];
        for (int row = 0; row < features.RowCount; row++)
            foreach (int column in features.RowColumns(row))
            {
                all[column]++;
                foreach (int label in labels[row]) inside[column * labelCount + label]++;
            }
        var ratios = new float[inside.Length];
        for (int label = 0; label < labelCount; label++)
        {
            double insideTotal = 0, outsideTotal = 0;
            for (int column = 0; column < all.Length; column++)
            {
                insideTotal += 1 + inside[column * labelCount + label];
                outsideTotal += 1 + all[column] - inside[column * labelCount + label];
            }
            for (int column = 0; column < all.Length; column++)
            {
                double p = (1 + inside[column * labelCount + label]) / insideTotal, q = (1 + all[column] - inside[column * labelCount + label]) / outsideTotal;
                ratios[column * labelCount + label] = (float)PortableMath.Log(p / q);
            }
        }
        return ratios;
    }

    private void TransformRow(SparseMatrix counts, int row, Span<int> columns, Span<float> values)
    {
        ReadOnlySpan<int> rowColumns = counts.RowColumns(row);
        ReadOnlySpan<float> rowCounts = counts.RowValues(row);
        int next = 0;
        for (int i = 0; i < rowColumns.Length; i++)
        {
            if (!_kept[rowColumns[i]]) continue;
            (columns[next], values[next++]) = (rowColumns[i], rowCounts[i]);
        }
        TermWeighting.Apply(_options.Weighting, columns, values, _idf);
    }

    private static int LeastFrequency(int[] frequencies, FeatureOptions options, out int atLeast)
    {
        atLeast = int.MaxValue;
        if (options.MaxFeatures is not { } most || most >= frequencies.Count(frequency => frequency >= options.MinDocumentFrequency)) return Math.Max(1, options.MinDocumentFrequency);
        int[] descending = [.. frequencies.OrderDescending()];
        int least = descending[most - 1];
        atLeast = most - descending.Count(frequency => frequency > least);
        return least;
    }
}
