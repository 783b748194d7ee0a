namespace TopicModel.Training.Data;

/// <summary>Something that is wrong with the data.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">What it is, the same word in every version ("near-duplicates").</param>
/// <param name="Message">What it is, in one sentence without a full stop and without the places.</param>
/// <param name="Count">How many places have it.</param>
/// <param name="Places">The first ten of them ("articles.jsonl line 12"); empty when it is about the data as a whole.</param>
public sealed record DataFinding(FindingSeverity Severity, string Code, string Message, int Count, IReadOnlyList<string> Places)
{
    /// <summary>The message with its places, as one line.</summary>
    public override string ToString() => Places.Count == 0 ? Message : $"{Message}: {PlaceList.Join(Places, Count)}";

    /// <summary>A finding at some places.</summary>
    internal static DataFinding At(PlaceList places, FindingSeverity severity, string code, string message) =>
        new(severity, code, message, places.Count, places.First);

    /// <summary>A warning about some places; null when there are none.</summary>
    internal static DataFinding? Warn(PlaceList places, string code, string message) => places.Count == 0 ? null : At(places, FindingSeverity.Warning, code, message);
}
