namespace TopicModel.Training.Features;

/// <summary>Counts of consecutive rows.</summary>
/// <param name="RowStarts">[row of the chunk] -> its first entry; one more than rows.</param>
/// <param name="Columns">[entry] -> feature.</param>
/// <param name="Counts">[entry] -> count.</param>
internal readonly record struct CountChunk(int[] RowStarts, int[] Columns, CompactCounts Counts);
