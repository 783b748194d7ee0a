namespace TopicModel.Training.Trainers;

/// <summary>Which of the names that exist was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The name with the smallest edit distance without regard to case; the first of several. There is at least one name.</summary>
    public static string Of(string text, IReadOnlyList<string> names) => names.MinBy(name => Distance(text.ToUpperInvariant(), name.ToUpperInvariant()))!;

    /// <summary>Insertions, deletions and replacements of single UTF-16 units that turn one text into the other (Levenshtein 1965).</summary>
    private static int Distance(string from, string to)
    {
        // [length of the start of "to"] -> distance to the start of "from" read so far.
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }
        return row[^1];
    }
}
