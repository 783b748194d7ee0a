namespace TopicModel;

/// <summary>A part of a text with how strongly it speaks for or against a label.</summary>
/// <param name="Text">The part.</param>
/// <param name="Level">-2 strongly against, -1 against, 0 nothing to speak of, 1 for, 2 strongly for.</param>
/// <param name="Contribution">What it adds to the score.</param>
public sealed record MarkedSegment(string Text, int Level, double Contribution)
{
    /// <summary>Share of the strongest contribution from which a part is marked, and from which it is marked as strong.</summary>
    private const double Weak = 0.15, Strong = 0.5;

    /// <summary>
    /// Cuts one field of an explained article into segments that together are the whole field. Neighbours of the same level with only
    /// white space between them are one segment.
    /// </summary>
    /// <param name="explanation">Of an article that has the text in the field.</param>
    /// <param name="output">Index of the label.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="text">Its text.</param>
    internal static IReadOnlyList<MarkedSegment> Of(Explanation explanation, int output, string field, string text)
    {
        double strongest = explanation.Spans.Select(span => Math.Abs(span.Contributions[output])).DefaultIfEmpty(0).Max();
        var segments = new List<MarkedSegment>();
        int end = 0;
        foreach (EvidenceSpan span in explanation.Spans.Where(span => span.Field == field))
        {
            Append(segments, text[end..span.Start], 0, 0);
            Append(segments, text.Substring(span.Start, span.Length), LevelOf(span.Contributions[output], strongest), span.Contributions[output]);
            end = span.Start + span.Length;
        }
        Append(segments, text[end..], 0, 0);
        return segments;
    }

    /// <summary>Level of a contribution beside the strongest one of its text.</summary>
    internal static int LevelOf(double contribution, double strongest)
    {
        double share = strongest == 0 ? 0 : Math.Abs(contribution) / strongest;
        return Math.Sign(contribution) * (share < Weak ? 0 : share < Strong ? 1 : 2);
    }

    private static void Append(List<MarkedSegment> segments, string text, int level, double contribution)
    {
        if (text.Length == 0) return;
        bool joinsBlank = segments is [.., _, { Level: 0 } blank] && string.IsNullOrWhiteSpace(blank.Text) && level != 0 && segments[^2].Level == level;
        if (joinsBlank)
        {
            (text, contribution) = (segments[^2].Text + segments[^1].Text + text, segments[^2].Contribution + segments[^1].Contribution + contribution);
            segments.RemoveRange(segments.Count - 2, 2);
        }
        else if (segments is [.., var last] && last.Level == level)
        {
            (text, contribution) = (last.Text + text, last.Contribution + contribution);
            segments.RemoveAt(segments.Count - 1);
        }
        segments.Add(new MarkedSegment(text, level, contribution));
    }
}
