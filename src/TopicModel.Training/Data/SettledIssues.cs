namespace TopicModel.Training.Data;

/// <summary>What people have made of label-issues.jsonl.</summary>
/// <param name="Corrections">Labels to be written into the data.</param>
/// <param name="Checked">Labels that a person has looked at, with what they are (or are corrected to).</param>
/// <param name="Standing">How many of these stand as they are.</param>
/// <param name="Open">Number of lines that are not settled.</param>
internal sealed record SettledIssues(IReadOnlyList<LabelIssue> Corrections, IReadOnlyList<CheckedLabel> Checked, int Standing, int Open)
{
    /// <summary>Name of the field that says whether the given label stands.</summary>
    public const string Stands = "stands";

    /// <summary>
    /// Reads a file. A line with <see cref="LabelIssue.Accept"/> is a correction, unless what stands in "suggested" is what was given: then the
    /// label stands, as it does with <see cref="Stands"/>. A line without the hash of its text is not remembered as checked.
    /// </summary>
    /// <exception cref="DataException">There is no such file; a line is no JSON object, says both, or a settled one lacks something; the message names the line.</exception>
    public static SettledIssues Read(string path)
    {
        if (!File.Exists(path)) throw new DataException($"{path}: there is no such file; 'topicmodel train' writes label-issues.jsonl into output.reports");
        var corrections = new List<LabelIssue>();
        var known = new List<CheckedLabel>();
        int standing = 0, open = 0;
        foreach (JsonLine line in JsonLine.Read(path))
        {
            (bool isAccepted, bool stands) = (line.Flag(LabelIssue.Accept), line.Flag(Stands));
            if (isAccepted && stands) throw new DataException($"{line.Where}: '{LabelIssue.Accept}' and '{Stands}' are both true; set '{LabelIssue.Accept}' to have 'suggested' written into the data, or '{Stands}' where the given label is right");
            if (!isAccepted && !stands) open++;
            else
            {
                bool isRight = stands || SaysTheSame(line);
                if (isRight) standing++;
                else corrections.Add(LabelIssue.Of(line));
                // Files of versions that knew no checked labels, and so had no "stands", can still be applied.
                if (stands || line.Has(CheckedLabel.TextHashField)) known.Add(CheckedLabel.OfIssue(line, isRight ? "given" : "suggested"));
            }
        }
        return new SettledIssues(corrections, known, standing, open);
    }

    private static bool SaysTheSame(JsonLine line) => LabelSet.Of(line.Labels("given")).SetEquals(LabelSet.Of(line.Labels("suggested")));
}
