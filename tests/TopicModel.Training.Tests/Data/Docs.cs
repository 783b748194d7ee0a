using TopicModel.Training.Data;

namespace TopicModel.Training.Tests.Data;

/// <summary>Documents for tests that need no file.</summary>
internal static class Docs
{
    /// <summary>A document with one text and one label field.</summary>
    public static Document Of(string text, string[]? labels, int line) => new($"d{line}", [text], [labels], $"a.jsonl line {line}");

    /// <summary>Documents on the lines from 1 on; each value is the labels of one, joined by bars; null is a missing field.</summary>
    public static Document[] Labelled(params string?[] labels) =>
        [.. labels.Select((label, i) => Of($"text number {i} with words of its own {i}", label?.Split('|', StringSplitOptions.RemoveEmptyEntries), i + 1))];
}
