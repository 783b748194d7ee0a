using System.Diagnostics;
using System.Globalization;
using TopicModel.Rendering;

namespace TopicModel;

/// <summary>A part of the text with what it added to the score of each label.</summary>
/// <param name="Field">Name of the field that it stands in.</param>
/// <param name="Start">Where it starts in that field, in UTF-16 units of the caller's text.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Labels">The model's labels.</param>
/// <param name="Contributions">[label] -> what it added, in the order of <paramref name="Labels"/>; negative speaks against.</param>
/// <exception cref="ArgumentNullException">The field or a list is null.</exception>
/// <exception cref="ArgumentException">There are not as many contributions as labels.</exception>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record EvidenceSpan(string Field, int Start, int Length, IReadOnlyList<string> Labels, IReadOnlyList<double> Contributions)
{
    /// <summary>Name of the field that it stands in.</summary>
    public string Field { get; init; } = Field ?? throw new ArgumentNullException(nameof(Field));

    /// <summary>[label] -> what it added, in the order of <see cref="Labels"/>; negative speaks against.</summary>
    public IReadOnlyList<double> Contributions { get; init; } = LabelValues.Checked(Contributions, Labels, "contributions");

    /// <summary>What it added to the score of a label; negative speaks against it.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public double ContributionTo(string label) => Contributions[LabelIndex.Of(label, Labels)];

    /// <summary>"body[10..17]: favor +0.532, against -0.410, neutral -0.122"; of many labels the three that it matters most to.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Field}[{Start}..{Start + Length}]: {TextRendering.Describe(Labels, Contributions)}");
}
