using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using TopicModel.Json;

namespace TopicModel;

/// <summary>A sentence that was found.</summary>
/// <param name="Text">The sentence as it stands in the article.</param>
/// <param name="Start">Where it starts, in UTF-16 units of the joined text: the non-empty text fields with a line feed between two.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Field">Name of the field that it stands in.</param>
/// <param name="FieldStart">Where it starts in that field, in UTF-16 units.</param>
/// <param name="Ordinal">The number that the article gives it ("Ba là" is 3, "2." is 2), or null.</param>
/// <param name="Probability">That it is one, 0 to 1.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(TaskItemConverter))]
public sealed record TaskItem(string Text, int Start, int Length, string Field, int FieldStart, int? Ordinal, double Probability)
{
    /// <summary>
    /// Whether it goes on with the item before: that one has a number or a list mark (or goes on itself), and this sentence, which has
    /// neither, follows it directly in the same line. "Một là, giảm thuế. Việc này cần xong trong năm." is one item of two sentences.
    /// </summary>
    public bool Continues { get; init; }

    /// <summary>"3. Ba là, ... (0.912)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Ordinal is { } number ? $"{number}. " : "")}{Text} ({Probability:0.000})");
}
