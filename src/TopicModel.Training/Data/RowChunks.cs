namespace TopicModel.Training.Data;

/// <summary>
/// How the rows of large matrices are shared out to chunks of <see cref="Size"/> consecutive rows: each chunk has arrays of its own,
/// so that entries are limited by memory alone, and threads can make chunks side by side.
/// </summary>
internal static class RowChunks
{
    /// <summary>A row's chunk is its number without this many low bits.</summary>
    public const int Bits = 8;

    /// <summary>Rows of a chunk; the last one may have fewer.</summary>
    public const int Size = 1 << Bits;

    /// <summary>Those bits of a row's number that are its place in the chunk.</summary>
    public const int Mask = Size - 1;

    /// <summary>Number of chunks.</summary>
    public static int Count(int rows) => (int)(((long)rows + Mask) >> Bits);

    /// <summary>First row of a chunk, and the end (exclusive).</summary>
    public static (int First, int End) Rows(int chunk, int rows) => (chunk << Bits, (int)Math.Min(rows, ((long)chunk + 1) << Bits));
}
