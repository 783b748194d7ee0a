using System.Runtime.CompilerServices;

namespace TopicModel;

/// <summary>Checks lists that have a value for each label, which apps may put together for their tests.</summary>
internal static class LabelValues
{
    /// <summary>The values, when there is one for each label.</summary>
    /// <param name="values">[label].</param>
    /// <param name="labels">The labels.</param>
    /// <param name="what">What the values are, in the plural, for the message.</param>
    /// <param name="valuesName">What the caller calls the values.</param>
    /// <param name="labelsName">What the caller calls the labels.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">There are more values or fewer.</exception>
    public static IReadOnlyList<double> Checked(IReadOnlyList<double> values, IReadOnlyList<string> labels, string what,
        [CallerArgumentExpression(nameof(values))] string? valuesName = null, [CallerArgumentExpression(nameof(labels))] string? labelsName = null)
    {
        ArgumentNullException.ThrowIfNull(labels, labelsName);
        ArgumentNullException.ThrowIfNull(values, valuesName);
        return values.Count == labels.Count ? values : throw new ArgumentException($"there are {values.Count} {what} for {labels.Count} labels");
    }
}
