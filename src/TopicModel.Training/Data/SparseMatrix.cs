namespace TopicModel.Training.Data;

/// <summary>
/// A sparse matrix in compressed rows (CSR), the rows in chunks so that no array has to hold all entries. Columns of a row are
/// distinct, in no particular order.
/// </summary>
public sealed class SparseMatrix
{
    private readonly SparseChunk[] _chunks;

    /// <summary>[row] -> row of the chunks; null where they are the same.</summary>
    private readonly int[]? _rows;

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
        (ColumnCount, RowCount) = (columnCount, rowStarts.Length - 1);
        _chunks = new SparseChunk[RowChunks.Count(RowCount)];
        for (int i = 0; i < _chunks.Length; i++)
        {
            (int first, int end) = RowChunks.Rows(i, RowCount);
            _chunks[i] = new SparseChunk(rowStarts[first..(end + 1)], columns, values);
        }
    }

    /// <param name="columnCount">Columns are 0 to this, exclusive.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="chunks">The rows, as <see cref="RowChunks"/> shares them out.</param>
    internal SparseMatrix(int columnCount, int rowCount, SparseChunk[] chunks) => (ColumnCount, RowCount, _chunks) = (columnCount, rowCount, chunks);

    private SparseMatrix(SparseMatrix matrix, int[] rows)
    {
        (ColumnCount, RowCount, _chunks) = (matrix.ColumnCount, rows.Length, matrix._chunks);
        _rows = matrix._rows is null ? rows : Array.ConvertAll(rows, row => matrix._rows[row]);
    }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Columns of a row.</summary>
    public ReadOnlySpan<int> RowColumns(int row)
    {
        (SparseChunk chunk, int local) = Find(row);
        return chunk.Columns.AsSpan(chunk.RowStarts[local], chunk.RowStarts[local + 1] - chunk.RowStarts[local]);
    }

    /// <summary>Values of a row, in the order of its columns.</summary>
    public ReadOnlySpan<float> RowValues(int row)
    {
        (SparseChunk chunk, int local) = Find(row);
        return chunk.Values.AsSpan(chunk.RowStarts[local], chunk.RowStarts[local + 1] - chunk.RowStarts[local]);
    }

    /// <summary>Some of the rows, in the order given. Nothing is copied.</summary>
    internal SparseMatrix Select(int[] rows) => new(this, rows);

    /// <summary>The matrix with rows and columns exchanged; entries of a row are ascending by column.</summary>
    internal SparseMatrix Transpose()
    {
        var next = new int[ColumnCount];
        for (int row = 0; row < RowCount; row++) foreach (int column in RowColumns(row)) next[column]++;
        var chunks = new SparseChunk[RowChunks.Count(ColumnCount)];
        for (int i = 0; i < chunks.Length; i++)
        {
            (int first, int end) = RowChunks.Rows(i, ColumnCount);
            chunks[i] = SparseChunk.Of(next.AsSpan(first..end));
            chunks[i].RowStarts.AsSpan(..^1).CopyTo(next.AsSpan(first));
        }
        for (int row = 0; row < RowCount; row++)
        {
            ReadOnlySpan<int> columns = RowColumns(row);
            ReadOnlySpan<float> values = RowValues(row);
            for (int i = 0; i < columns.Length; i++)
            {
                SparseChunk chunk = chunks[columns[i] >> RowChunks.Bits];
                int place = next[columns[i]]++;
                (chunk.Columns[place], chunk.Values[place]) = (row, values[i]);
            }
        }
        return new SparseMatrix(RowCount, ColumnCount, chunks);
    }

    private (SparseChunk Chunk, int Row) Find(int row)
    {
        if (_rows is not null) row = _rows[row];
        return (_chunks[row >> RowChunks.Bits], row & RowChunks.Mask);
    }
}
