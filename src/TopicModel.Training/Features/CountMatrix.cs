using TopicModel.Training.Data;

namespace TopicModel.Training.Features;

/// <summary>
/// How often each feature stands in each row. Features are numbered in the order in which they first occur in the rows, whatever
/// the number of threads that counted: the counts of consecutive parts are joined in order.
/// </summary>
internal sealed class CountMatrix
{
    private CountMatrix(SparseMatrix counts, ulong[] hashes) => (Counts, Hashes) = (counts, hashes);

    /// <summary>[row, feature] -> count; entries of a row in order of first occurrence.</summary>
    public SparseMatrix Counts { get; }

    /// <summary>[feature] -> hash.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Counts all rows of <paramref name="source"/>; features of fewer than <paramref name="minDocumentFrequency"/> rows are left out.</summary>
    public static CountMatrix Build(IFeatureSource source, int minDocumentFrequency, int threads, CancellationToken cancellationToken = default)
    {
        RowCounter[] parts = CountParts(source, threads, cancellationToken);
        HashTable table = parts[0].Table;
        int[][] numbers = [.. parts.Select((part, i) => i == 0 ? [.. Enumerable.Range(0, table.Count)] : Join(table, part.Table))];
        int[] documentFrequencies = DocumentFrequencies(parts, numbers, table.Count);
        int[] columns = Keep(documentFrequencies, minDocumentFrequency, out int kept);
        var hashes = new ulong[kept];
        for (int i = 0; i < columns.Length; i++) if (columns[i] >= 0) hashes[columns[i]] = table.Hashes[i];
        return new CountMatrix(Assemble(parts, numbers, columns, kept), hashes);
    }

    private static RowCounter[] CountParts(IFeatureSource source, int threads, CancellationToken cancellationToken)
    {
        RowCounter[] parts = Split(source, Math.Max(1, Math.Min(threads, source.Count)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, parts.Length, options, i => parts[i].Count(source, cancellationToken));
        return parts;
    }

    /// <summary>Consecutive rows of about the same amount of text.</summary>
    private static RowCounter[] Split(IFeatureSource source, int count)
    {
        long total = 0, read = 0;
        for (int row = 0; row < source.Count; row++) total += source.Size(row);
        var parts = new List<RowCounter>(count);
        int first = 0;
        for (int row = 0; row < source.Count; row++)
        {
            read += source.Size(row);
            if (parts.Count + 1 >= count || read * count < total * (parts.Count + 1)) continue;
            parts.Add(new RowCounter(first, row + 1));
            first = row + 1;
        }
        parts.Add(new RowCounter(first, source.Count));
        return [.. parts];
    }

    private static int[] Join(HashTable table, HashTable other)
    {
        ReadOnlySpan<ulong> hashes = other.Hashes;
        var numbers = new int[hashes.Length];
        for (int i = 0; i < hashes.Length; i++)
        {
            if (i + 16 < hashes.Length) table.Prefetch(hashes[i + 16]);
            numbers[i] = table.GetOrAdd(hashes[i], out _);
        }
        return numbers;
    }

    private static int[] DocumentFrequencies(RowCounter[] parts, int[][] numbers, int count)
    {
        var frequencies = new int[count];
        for (int part = 0; part < parts.Length; part++)
            foreach (int column in parts[part].Columns) frequencies[numbers[part][column]]++;
        return frequencies;
    }

    /// <summary>[number] -> column of the matrix, or -1 when it is left out.</summary>
    private static int[] Keep(int[] documentFrequencies, int minDocumentFrequency, out int kept)
    {
        var columns = new int[documentFrequencies.Length];
        kept = 0;
        for (int i = 0; i < columns.Length; i++) columns[i] = documentFrequencies[i] >= minDocumentFrequency ? kept++ : -1;
        return columns;
    }

    private static SparseMatrix Assemble(RowCounter[] parts, int[][] numbers, int[] keptColumns, int columnCount)
    {
        int rows = parts.Sum(part => part.RowStarts.Length - 1);
        var rowStarts = new int[rows + 1];
        Parallel.For(0, parts.Length, i => CountKept(parts[i], numbers[i], keptColumns, rowStarts));
        for (int row = 0; row < rows; row++) rowStarts[row + 1] = checked(rowStarts[row + 1] + rowStarts[row]);
        var columns = new int[rowStarts[rows]];
        var counts = new float[rowStarts[rows]];
        Parallel.For(0, parts.Length, i => CopyKept(parts[i], numbers[i], keptColumns, columns.AsSpan(rowStarts[parts[i].FirstRow]..), counts.AsSpan(rowStarts[parts[i].FirstRow]..)));
        return new SparseMatrix(columnCount, rowStarts, columns, counts);
    }

    private static void CountKept(RowCounter part, int[] numbers, int[] keptColumns, int[] rowStarts)
    {
        for (int row = 0; row + 1 < part.RowStarts.Length; row++)
            foreach (int column in part.Columns[part.RowStarts[row]..part.RowStarts[row + 1]])
                if (keptColumns[numbers[column]] >= 0) rowStarts[part.FirstRow + row + 1]++;
    }

    private static void CopyKept(RowCounter part, int[] numbers, int[] keptColumns, Span<int> columns, Span<float> counts)
    {
        int next = 0;
        for (int i = 0; i < part.Columns.Length; i++)
        {
            int column = keptColumns[numbers[part.Columns[i]]];
            if (column < 0) continue;
            (columns[next], counts[next++]) = (column, part.Counts[i]);
        }
    }
}
