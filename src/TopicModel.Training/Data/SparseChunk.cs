namespace TopicModel.Training.Data;

/// <summary>Consecutive rows of a sparse matrix.</summary>
/// <param name="RowStarts">[row of the chunk] -> its first entry; one more than rows.</param>
/// <param name="Columns">[entry] -> column.</param>
/// <param name="Values">[entry] -> value.</param>
internal readonly record struct SparseChunk(int[] RowStarts, int[] Columns, float[] Values)
{
    /// <summary>Room for rows of the given lengths.</summary>
    public static SparseChunk Of(ReadOnlySpan<int> lengths)
    {
        int[] starts = StartsOf(lengths);
        return new SparseChunk(starts, GC.AllocateUninitializedArray<int>(starts[^1]), GC.AllocateUninitializedArray<float>(starts[^1]));
    }

    /// <summary>[row] -> first entry of rows that follow each other; one more than rows.</summary>
    public static int[] StartsOf(ReadOnlySpan<int> lengths)
    {
        var starts = new int[lengths.Length + 1];
        for (int row = 0; row < lengths.Length; row++) starts[row + 1] = checked(starts[row] + lengths[row]);
        return starts;
    }
}
