using System.Globalization;

namespace TopicModel.Training.Data;

/// <summary>Small parts of messages, so that all of them read alike.</summary>
internal static class Wording
{
    private const int ListLimit = 20;

    /// <summary>How numbers are written in messages.</summary>
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    /// <summary>"1 row", "3,000 rows".</summary>
    public static string Count(long count, string noun) => string.Create(Culture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"'title', 'lead' and 'body'"; of many names the first twenty.</summary>
    /// <param name="names">What is listed, quoted.</param>
    /// <param name="conjunction">Before the last of them.</param>
    public static string List(IEnumerable<string> names, string conjunction = "and")
    {
        string[] quoted = [.. names.Select(name => $"'{name}'")];
        if (quoted.Length < 2) return string.Concat(quoted);
        bool isLong = quoted.Length > ListLimit + 1;
        string last = isLong ? string.Create(Culture, $"and {quoted.Length - ListLimit:N0} more") : $"{conjunction} {quoted[^1]}";
        return $"{string.Join(", ", isLong ? quoted[..ListLimit] : quoted[..^1])} {last}";
    }

    /// <summary>"'id', 'text', 'label'"; of many names the first twenty.</summary>
    public static string QuotedNames(IReadOnlyList<string> names) => Names([.. names.Select(name => $"'{name}'")]);

    /// <summary>"id, text, label"; of many names the first twenty.</summary>
    public static string Names(IReadOnlyList<string> names) => PlaceList.Join([.. names.Take(ListLimit)], names.Count);

    /// <summary>"field 'text'", "fields 'title' and 'body'".</summary>
    public static string Fields(IReadOnlyList<string> names) => $"{(names.Count == 1 ? "field" : "fields")} {List(names)}";
}
