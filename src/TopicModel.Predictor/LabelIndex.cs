namespace TopicModel;

/// <summary>Finds a label among those of a classifier: there are few, so they are compared one by one.</summary>
internal static class LabelIndex
{
    /// <summary>Index of the label.</summary>
    /// <exception cref="ArgumentNullException">The label is null.</exception>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public static int Of(string label, IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(label);
        for (int i = 0; i < labels.Count; i++) if (labels[i] == label) return i;
        throw new ArgumentException($"'{label}' is not a label of this classifier: {string.Join(", ", labels)}");
    }
}
