using System.Text.Json;

namespace TopicModel.Training.Data;

/// <summary>An article to be labelled, and where it came from.</summary>
/// <param name="Id">Its identifier; "FILE:LINE" where it has none, the file's name for a text file.</param>
/// <param name="Article">The text fields that the models ask for.</param>
/// <param name="Extra">A JSON object of all other fields; null unless they were asked for.</param>
/// <param name="Place">Where it stands, for messages: "articles.jsonl line 12".</param>
public sealed record InputRow(string Id, Article Article, JsonElement? Extra, string Place)
{
    /// <summary>Whether the identifier is a JSON number, true or false, to be written without quotes.</summary>
    public bool HasLiteralId { get; init; }

    /// <summary>Whether it has one of the text fields, however empty; without any it is most likely no article.</summary>
    public bool HasTextField { get; init; } = true;
}
