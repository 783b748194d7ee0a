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
    /// <summary>Entries of features that are not used stay in the matrix, with value 0, unless they are more than this share of it.</summary>
    private const double MostUnused = 0.1;

    private readonly FeatureOptions _options;
    private readonly bool[] _kept;
    private readonly float[] _idf;

    /// <summary>
    /// [feature] -> column of the weighted vectors, -1 where it is not used; null where these take the columns of the counts as they are,
    /// which then need not be copied.
    /// </summary>
    private readonly int[]? _columnOf;

    private FeatureWeights(FeatureOptions options, bool[] kept, float[] idf, bool sharesColumns)
    {
        (_options, _kept, _idf) = (options, kept, idf);
        int columns = 0;
        if (!sharesColumns) _columnOf = Array.ConvertAll(kept, isKept => isKept ? columns++ : -1);
        ColumnCount = sharesColumns ? kept.Length : columns;
    }

    /// <summary>Whether features were left out because they matter little.</summary>
    public bool IsRestricted { get; private init; }

    /// <summary>Columns of the weighted vectors.</summary>
    public int ColumnCount { get; }

    /// <summary>[feature] -> whether it is used.</summary>
    public ReadOnlySpan<bool> Kept => _kept;

    /// <summary>[feature] -> inverse document frequency; 0 for those that are not used.</summary>
    public ReadOnlySpan<float> Idf => _idf;

    /// <summary>Learns from the given rows, each of them once.</summary>
    public static FeatureWeights Fit(SparseCounts counts, ReadOnlySpan<int> rows, FeatureOptions options)
    {
        int[] frequencies = counts.FrequenciesIn(rows);
        int least = LeastFrequency(frequencies, options, out int atLeast);
        var kept = new bool[frequencies.Length];
        var idf = new float[frequencies.Length];
        long entries = 0, used = 0;
        for (int i = 0; i < kept.Length; i++)
        {
            // Of the features at the cut, those with the lowest numbers are kept, so that exactly MaxFeatures remain.
            kept[i] = frequencies[i] > least || (frequencies[i] == least && atLeast-- > 0);
            // Features of one frequency mostly stand together.
            idf[i] = !kept[i] ? 0 : i > 0 && kept[i - 1] && frequencies[i] == frequencies[i - 1] ? idf[i - 1] : TermWeighting.InverseDocumentFrequency(rows.Length, frequencies[i]);
            entries += frequencies[i];
            if (kept[i]) used += frequencies[i];
        }
        // Without idf as a factor an unused entry would not become 0.
        bool shares = !kept.Contains(false) || (options.Weighting == Weighting.TfIdf && entries - used <= MostUnused * entries);
        return new FeatureWeights(options, kept, idf, shares);
    }

    /// <summary>The same with only some of the features; what the others were weighs nothing in the length of a vector.</summary>
    /// <param name="counts">What will be weighted.</param>
    /// <param name="isKept">[feature].</param>
    /// <param name="mostCopied">
    /// Entries up to which those that stay are copied, which is faster. Of more only the values are made and nearly all stay: of a million
    /// articles a quarter of the features has 97 % of the entries, and their columns are 2 GB (2026-11-29).
    /// </param>
    public FeatureWeights Restrict(SparseCounts counts, Func<int, bool> isKept, long mostCopied = LargeArrays.VeryManyEntries)
    {
        bool[] kept = [.. _kept.Select((kept, feature) => kept && isKept(feature))];
        bool shares = counts.EntryCount > mostCopied && _options.Weighting == Weighting.TfIdf && Unused(counts, kept) <= MostUnused * counts.EntryCount;
        return new FeatureWeights(_options, kept, shares ? [.. _idf.Zip(kept, (idf, isKept) => isKept ? idf : 0)] : _idf, shares) { IsRestricted = true };
    }

    /// <summary>
    /// The weighted vectors of some rows, in the order given. Features that are not used are left out and the others numbered anew, so that
    /// what a trainer touches lies close together; where nearly all are used they have the value 0 and columns are those of the counts.
    /// </summary>
    public SparseMatrix Transform(SparseCounts counts, int[] rows, int threads = 1, CancellationToken cancellationToken = default)
    {
        var isWanted = new bool[counts.RowCount];
        foreach (int row in rows) isWanted[row] = true;
        var chunks = new SparseChunk[counts.Chunks.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, chunks.Length, options, () => new Scratch(), (i, _, scratch) =>
        {
            chunks[i] = Transform(counts.Chunks[i], i << RowChunks.Bits, isWanted, scratch);
            return scratch;
        }, _ => { });
        return new SparseMatrix(ColumnCount, counts.RowCount, chunks).Select(rows);
    }

    /// <summary>What was learned on the columns of the weighted vectors, [column * outputs + output], as [feature * outputs + output].</summary>
    public float[] ByFeature(float[] weights, int outputs)
    {
        if (_columnOf is null) return weights;
        var byFeature = new float[checked(_kept.Length * outputs)];
        for (int feature = 0; feature < _columnOf.Length; feature++)
            if (_columnOf[feature] >= 0) weights.AsSpan(_columnOf[feature] * outputs, outputs).CopyTo(byFeature.AsSpan(feature * outputs));
        return byFeature;
    }

    /// <summary>
    /// The weighted vector of one row; unused features are left out. Returns its length. <paramref name="columns"/> and
    /// <paramref name="values"/> are at least as long as the row of the counts.
    /// </summary>
    public int TransformRow(SparseCounts counts, int row, Span<int> columns, Span<float> values)
    {
        ReadOnlySpan<int> rowColumns = counts.RowColumns(row);
        counts.CopyCounts(row, values[..rowColumns.Length]);
        int next = 0;
        for (int i = 0; i < rowColumns.Length; i++)
        {
            if (!_kept[rowColumns[i]]) continue;
            (columns[next], values[next++]) = (rowColumns[i], values[i]);
        }
        TermWeighting.Apply(_options.Weighting, columns[..next], values[..next], _idf);
        return next;
    }

    private SparseChunk Transform(CountChunk chunk, int firstRow, bool[] isWanted, Scratch scratch)
    {
        CompactCounts frequencies = _options.Weighting == Weighting.TfIdf ? chunk.Counts.Map(TermWeighting.Frequency) : chunk.Counts.Map(_ => 1);
        float[] values = _columnOf is null ? GC.AllocateUninitializedArray<float>(chunk.Columns.Length) : scratch.Values(chunk.Columns.Length);
        int[] columns = _columnOf is null ? chunk.Columns : scratch.Columns(chunk.Columns.Length), starts = new int[chunk.RowStarts.Length];
        int next = 0;
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            int start = chunk.RowStarts[row], length = isWanted[firstRow + row] ? chunk.RowStarts[row + 1] - start : 0;
            if (_columnOf is null) next = start;
            Span<float> rowValues = values.AsSpan(next, length);
            frequencies.CopyTo(start, rowValues);
            ReadOnlySpan<int> features = chunk.Columns.AsSpan(start, length);
            int used = _columnOf is null ? Weigh(features, rowValues) : Weigh(features, rowValues, columns.AsSpan(next, length));
            TermWeighting.Normalize(rowValues[..used]);
            next += used;
            starts[row + 1] = next;
        }
        return _columnOf is null ? new SparseChunk(chunk.RowStarts, columns, values) : new SparseChunk(starts, columns[..next], values[..next]);
    }

    /// <summary>Frequencies of all features of a row to values.</summary>
    private int Weigh(ReadOnlySpan<int> features, Span<float> values)
    {
        if (_options.Weighting == Weighting.TfIdf) for (int i = 0; i < features.Length; i++) values[i] *= _idf[features[i]];
        return features.Length;
    }

    /// <summary>Frequencies of all features of a row to values and columns of those that are used; returns how many these are.</summary>
    private int Weigh(ReadOnlySpan<int> features, Span<float> values, Span<int> columns)
    {
        int[] columnOf = _columnOf!;
        bool hasIdf = _options.Weighting == Weighting.TfIdf;
        int used = 0;
        for (int i = 0; i < features.Length; i++)
        {
            int feature = features[i], column = columnOf[feature];
            // Without a branch: which features are used is as good as random. What is not used is overwritten by the next.
            (columns[used], values[used]) = (column, hasIdf ? values[i] * _idf[feature] : values[i]);
            used += ~column >>> 31;
        }
        return used;
    }

    /// <summary>
    /// Log-count ratios (Wang &amp; Manning 2012) of the features in the given rows: [feature * labels + label] ->
    /// ln((p / |p|) / (q / |q|)), p and q 1 + the number of rows with and without the label that have the feature.
    /// </summary>
    public static float[] LogCountRatios(SparseMatrix features, LabelMatrix labels)
    {
        int labelCount = labels.LabelCount;
        double[] inside = LargeArrays.Zeros<double>(checked(features.ColumnCount * labelCount));
        double[] all = LargeArrays.Zeros<double>(features.ColumnCount);
        for (int row = 0; row < features.RowCount; row++)
        {
            ReadOnlySpan<int> columns = features.RowColumns(row);
            ReadOnlySpan<float> values = features.RowValues(row);
            for (int i = 0; i < columns.Length; i++)
            {
                if (values[i] == 0) continue;
                all[columns[i]]++;
                foreach (int label in labels[row]) inside[columns[i] * labelCount + label]++;
            }
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

    private static long Unused(SparseCounts counts, bool[] kept)
    {
        long unused = 0;
        foreach (CountChunk chunk in counts.Chunks)
            foreach (int column in chunk.Columns)
                if (!kept[column]) unused++;
        return unused;
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

    /// <summary>What one thread needs to weigh rows of which not all entries stay.</summary>
    private sealed class Scratch
    {
        private int[] _columns = [];
        private float[] _values = [];

        public int[] Columns(int count) => _columns.Length < count ? _columns = new int[count] : _columns;

        public float[] Values(int count) => _values.Length < count ? _values = new float[count] : _values;
    }
}
