namespace TopicModel.Training.Evaluation.Details;

/// <summary>A document whose label is probably wrong.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Place">Where it was read: "articles.jsonl line 12".</param>
/// <param name="Title">The first line of its text, at most 120 characters.</param>
/// <param name="Snippet">The beginning of the rest, at most 300 characters.</param>
/// <param name="Given">What it is labelled with, as it stands in the data; passages: the sentences.</param>
/// <param name="Suggested">What it should probably be labelled with.</param>
/// <param name="Reason">Why it is suspect.</param>
/// <param name="Why">The reason in one sentence without a full stop.</param>
/// <param name="Score">How suspect, 0 to 1: 1 is certain.</param>
public sealed record LabelSuspect(
    string Id, string Place, string Title, string Snippet, IReadOnlyList<string> Given, IReadOnlyList<string> Suggested, SuspectReason Reason, string Why, double Score)
{
    /// <summary>Name of the file that it was read from, relative to the configuration.</summary>
    public string File { get; init; } = "";

    /// <summary>Line at which it starts there, 1-based; 0 when the whole file is the document.</summary>
    public int Line { get; init; }

    /// <summary>Hash of its text fields, 16 hexadecimal digits: tells whether the text is still what somebody has looked at.</summary>
    public string TextHash { get; init; } = "";
}
