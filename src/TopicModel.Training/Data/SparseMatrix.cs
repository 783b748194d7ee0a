namespace TopicModel.Training.Data;

/// <summary>
/// A sparse matrix in compressed rows (CSR): row i has the entries <c>RowStarts[i]</c> to <c>RowStarts[i + 1]</c> of
/// <see cref="Columns"/> and <see cref="Values"/>. Columns of a row are distinct, in no particular order.
/// </summary>
public sealed class SparseMatrix
{
    /// <param name="columnCount">Columns are 0 to this, exclusive.</param>
    /// <param name="rowStarts">[row], one more than rows; ascending from 0.</param>
    /// <param name="columns">[entry]; may be longer than the last row's end.</param>
    /// <param name="values">[entry]; may be longer than the last row's end.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other.</exception>
    public SparseMatrix(int columnCount, int[] rowStarts, int[] columns, float[] values)
    {
        ArgumentNullException.ThrowIfNull(rowStarts);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        if (rowStarts.Length == 0 || rowStarts[0] != 0 || rowStarts[^1] > columns.Length || rowStarts[^1] > values.Length)
            throw new ArgumentException($"row starts end at {(rowStarts.Length == 0 ? 0 : rowStarts[^1])}, there are {columns.Length} columns and {values.Length} values", nameof(rowStarts));
        (ColumnCount, RowStarts, Columns, Values) = (columnCount, rowStarts, columns, values);
    }

    /// <summary>Number of rows.</summary>
    public int RowCount => RowStarts.Length - 1;

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of entries.</summary>
    public int EntryCount => RowStarts[^1];

    /// <summary>[row] -> its first entry; one more than rows.</summary>
    internal int[] RowStarts { get; }

    /// <summary>[entry] -> column.</summary>
    internal int[] Columns { get; }

    /// <summary>[entry] -> value.</summary>
    internal float[] Values { get; }

    /// <summary>Columns of a row.</summary>
    public ReadOnlySpan<int> RowColumns(int row) => Columns.AsSpan(RowStarts[row], RowStarts[row + 1] - RowStarts[row]);

    /// <summary>Values of a row, in the order of its columns.</summary>
    public ReadOnlySpan<float> RowValues(int row) => Values.AsSpan(RowStarts[row], RowStarts[row + 1] - RowStarts[row]);

    /// <summary>The matrix with rows and columns exchanged; entries of a row are ascending by column.</summary>
    internal SparseMatrix Transpose()
    {
        var starts = new int[ColumnCount + 1];
        foreach (int column in Columns.AsSpan(0, EntryCount)) starts[column + 1]++;
        for (int column = 0; column < ColumnCount; column++) starts[column + 1] += starts[column];
        int[] next = starts[..ColumnCount];
        var rows = new int[EntryCount];
        var values = new float[EntryCount];
        for (int row = 0; row < RowCount; row++)
            for (int entry = RowStarts[row]; entry < RowStarts[row + 1]; entry++)
            {
                int place = next[Columns[entry]]++;
                (rows[place], values[place]) = (row, Values[entry]);
            }
        return new SparseMatrix(RowCount, starts, rows, values);
    }
}
