namespace TopicModel.Training;

/// <summary>Finds the name that somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary>" (did you mean 'features'?)", or nothing when no name is near: at most two edits, or a third of the letters.</summary>
    public static string Hint(string written, IEnumerable<string> names)
    {
        string? nearest = Find(written, names);
        return nearest is null ? "" : $" (did you mean '{nearest}'?)";
    }

    /// <summary>The hint for the first of several written names that is near to one; nothing when none is.</summary>
    public static string HintOfAny(IEnumerable<string> written, IEnumerable<string> names) =>
        written.Select(one => Hint(one, names)).FirstOrDefault(hint => hint.Length > 0, "");

    /// <summary>The name with the fewest edits, the first of equal ones; null when all need too many.</summary>
    public static string? Find(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        int fewest = Math.Max(2, written.Length / 3) + 1;
        foreach (string name in names)
        {
            int edits = Edits(written.ToUpperInvariant(), name.ToUpperInvariant());
            // A short name is within two edits of any other, which is no likeness.
            if (edits >= fewest || edits >= name.Length) continue;
            (nearest, fewest) = (name, edits);
        }
        return nearest;
    }

    /// <summary>The name with the fewest edits however many these are, the first of equal ones. There is at least one name.</summary>
    public static string Of(string written, IReadOnlyList<string> names) => names.MinBy(name => Edits(written.ToUpperInvariant(), name.ToUpperInvariant()))!;

    /// <summary>Insertions, deletions, replacements and swaps of neighbours from one text to the other (optimal string alignment).</summary>
    internal static int Edits(string left, string right)
    {
        var edits = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) edits[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) edits[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = edits[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        return edits[left.Length, right.Length];
    }
}
