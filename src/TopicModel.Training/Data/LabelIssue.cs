using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>A label that is to be corrected: a line of label-issues.jsonl that a person has accepted.</summary>
/// <param name="Where">Where the line stands, for messages: "label-issues.jsonl line 3".</param>
/// <param name="Id">Identifier of the document.</param>
/// <param name="File">Data file that it was read from.</param>
/// <param name="Line">Line at which it starts there, 1-based; 0 when it is the whole file.</param>
/// <param name="Field">Name of the label field.</param>
/// <param name="Given">What it was labelled with.</param>
/// <param name="Suggested">What it is to be labelled with.</param>
internal sealed record LabelIssue(string Where, string Id, string File, int Line, string Field, JsonElement Given, JsonElement Suggested)
{
    /// <summary>Name of the field that says whether the suggestion is accepted.</summary>
    public const string Accept = "accept";

    /// <summary>Reads an accepted line.</summary>
    /// <exception cref="DataException">It lacks something; the message names the line.</exception>
    public static LabelIssue Of(JsonLine line)
    {
        (string file, int start) = Place(line.Text("place"), line.Where);
        return new LabelIssue(line.Where, line.Text("id"), file, start, line.Text("field"), line.Labels("given"), line.Labels("suggested"));
    }

    /// <summary>The error that the data are not any more what the issue was found with.</summary>
    public DataException Stale(string problem) => new($"{Where}: {File} line {Line}: {problem}; train again for new issues. Nothing was changed");

    private static (string File, int Line) Place(string place, string where)
    {
        if (DataFile.IsPlainText(place)) return (place, 0);
        int colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), System.Globalization.NumberStyles.None, Wording.Culture, out int line) && line > 0
            ? (place[..colon], line) : throw new DataException($"{where}: 'place' is '{place}', expected FILE:LINE");
    }
}
