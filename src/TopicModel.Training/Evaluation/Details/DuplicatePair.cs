namespace TopicModel.Training.Evaluation.Details;

/// <summary>Two documents with the same text, or nearly.</summary>
/// <param name="Place">Where the one was read.</param>
/// <param name="Title">Its first line, at most 120 characters.</param>
/// <param name="Labels">Its labels; empty when the pair is a leak and labels do not matter.</param>
/// <param name="OtherPlace">Where the other was read; of a leak the training document.</param>
/// <param name="OtherLabels">Its labels.</param>
public sealed record DuplicatePair(string Place, string Title, IReadOnlyList<string> Labels, string OtherPlace, IReadOnlyList<string> OtherLabels)
{
    /// <summary>Identifier of the one.</summary>
    public string Id { get; init; } = "";
}
