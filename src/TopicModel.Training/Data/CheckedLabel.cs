using System.Text.Json;
using System.Text.Json.Nodes;

namespace TopicModel.Training.Data;

/// <summary>
/// A label that a person has looked at and found right: a line of the file of checked labels. It holds for the text and label that were
/// looked at; when either changes, it says nothing any more.
/// </summary>
/// <param name="Line">The line, with whatever else people wrote into it.</param>
/// <param name="Id">Identifier of the document, for people: texts are told apart by their hash.</param>
/// <param name="Classifier">Name of the classifier.</param>
/// <param name="TextHash">Hash of the text fields, as <see cref="DataFingerprint.OfTexts"/> gives it.</param>
/// <param name="Label">What it is labelled with: a text, or a list of texts.</param>
internal sealed record CheckedLabel(JsonLine Line, string Id, string Classifier, string TextHash, JsonElement Label)
{
    /// <summary>Name of the field with the hash, here and in label-issues.jsonl.</summary>
    public const string TextHashField = "textHash";

    /// <summary>What tells it apart from others: classifier and text.</summary>
    public (string Classifier, string TextHash) Subject => (Classifier, TextHash);

    /// <summary>Reads a line of the file.</summary>
    /// <exception cref="DataException">It lacks something; the message names the line.</exception>
    public static CheckedLabel Of(JsonLine line) => new(line, line.Text("id"), line.Text("classifier"), line.Text(TextHashField), line.Labels("label"));

    /// <summary>From a settled line of label-issues.jsonl.</summary>
    /// <param name="line">The line.</param>
    /// <param name="label">Name of its field with the right label.</param>
    /// <exception cref="DataException">It lacks something; the message names the line.</exception>
    public static CheckedLabel OfIssue(JsonLine line, string label)
    {
        if (!line.Has(TextHashField)) throw new DataException($"{line.Where}: '{TextHashField}' is missing, without which a checked label cannot be recognised; train again for new issues");
        var row = new JsonObject { ["id"] = line.Text("id"), ["classifier"] = line.Text("classifier"), ["label"] = JsonNode.Parse(line.Labels(label).GetRawText()), [TextHashField] = line.Text(TextHashField) };
        return Of(line with { Row = JsonSerializer.SerializeToElement(row) });
    }
}
