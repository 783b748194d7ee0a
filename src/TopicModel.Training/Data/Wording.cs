using System.Globalization;

namespace TopicModel.Training.Data;

/// <summary>Small parts of messages, so that all of them read alike.</summary>
internal static class Wording
{
    /// <summary>How numbers are written in messages.</summary>
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>"1 row", "3,000 rows".</summary>
    public static string Count(long count, string noun) => string.Create(Culture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"'title', 'lead' and 'body'".</summary>
    /// <param name="names">What is listed, quoted.</param>
    /// <param name="conjunction">Before the last of them.</param>
    public static string List(IEnumerable<string> names, string conjunction = "and")
    {
        string[] quoted = [.. names.Select(name => $"'{name}'")];
        return quoted.Length < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted[..^1])} {conjunction} {quoted[^1]}";
    }

    /// <summary>"field 'text'", "fields 'title' and 'body'".</summary>
    public static string Fields(IReadOnlyList<string> names) => $"{(names.Count == 1 ? "field" : "fields")} {List(names)}";
}
