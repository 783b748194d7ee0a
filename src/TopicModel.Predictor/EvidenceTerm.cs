using System.Diagnostics;
using TopicModel.Rendering;

namespace TopicModel;

/// <summary>
/// Words that the model knows with what they added to the score of each label, all their occurrences together. What is read of the same
/// words in several ways (with and without their accents, runs of their characters) is one term.
/// </summary>
/// <param name="Text">Their first occurrence in the caller's text.</param>
/// <param name="Occurrences">How often they occur.</param>
/// <param name="Labels">The model's labels.</param>
/// <param name="Contributions">[label] -> what they added, in the order of <paramref name="Labels"/>; negative speaks against.</param>
/// <exception cref="ArgumentNullException">The text or a list is null.</exception>
/// <exception cref="ArgumentException">There are not as many contributions as labels.</exception>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record EvidenceTerm(string Text, int Occurrences, IReadOnlyList<string> Labels, IReadOnlyList<double> Contributions)
{
    /// <summary>Their first occurrence in the caller's text.</summary>
    public string Text { get; init; } = Text ?? throw new ArgumentNullException(nameof(Text));

    /// <summary>[label] -> what they added, in the order of <see cref="Labels"/>; negative speaks against.</summary>
    public IReadOnlyList<double> Contributions { get; init; } = LabelValues.Checked(Contributions, Labels, "contributions");

    /// <summary>What they added to the score of a label; negative speaks against it.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public double ContributionTo(string label) => Contributions[LabelIndex.Of(label, Labels)];

    /// <summary>"hợp tác: favor +0.532, against -0.410, neutral -0.122"; of many labels the three that it matters most to.</summary>
    public override string ToString() => $"{TextRendering.Printable(TextRendering.OneLine(Text))}: {TextRendering.Describe(Labels, Contributions)}";
}
