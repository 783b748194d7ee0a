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
        var parts = new List<Part>();
        int end = 0;
        foreach (EvidenceSpan span in explanation.Spans.Where(span => span.Field == field))
        {
            Append(parts, text, new Part(end, span.Start, 0, 0));
            end = span.Start + span.Length;
            Append(parts, text, new Part(span.Start, end, LevelOf(span.Contributions[output], strongest), span.Contributions[output]));
        }
        Append(parts, text, new Part(end, text.Length, 0, 0));
        return [.. parts.Select(part => new MarkedSegment(text[part.Start..part.End], part.Level, part.Contribution))];
    }

    private static int LevelOf(double contribution, double strongest)
    {
        double share = strongest == 0 ? 0 : Math.Abs(contribution) / strongest;
        return Math.Sign(contribution) * (share < Weak ? 0 : share < Strong ? 1 : 2);
    }

    /// <summary>Adds a part, joined with those before it where they are of its level; the time is that of reading the text once.</summary>
    private static void Append(List<Part> parts, string text, Part part)
    {
        if (part.Start == part.End) return;
        bool joinsOverBlank = part.Level != 0 && parts is [.., var before, { Level: 0 } blank] && before.Level == part.Level && text.AsSpan(blank.Start..blank.End).IsWhiteSpace();
        if (joinsOverBlank) parts.RemoveAt(parts.Count - 1);
        if (joinsOverBlank || (parts is [.., var last] && last.Level == part.Level))
        {
            part = part with { Start = parts[^1].Start, Contribution = parts[^1].Contribution + part.Contribution };
            parts.RemoveAt(parts.Count - 1);
        }
        parts.Add(part);
    }

    /// <summary>A part of the text before it is cut out.</summary>
    private readonly record struct Part(int Start, int End, int Level, double Contribution);
}
