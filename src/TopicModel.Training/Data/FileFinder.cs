using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace TopicModel.Training.Data;

/// <summary>
/// Finds data files by name, by pattern (<c>*</c> and <c>**</c>) or by folder of <c>LABEL/*.txt</c>. The order is that of the patterns,
/// and ordinal by path within a pattern, whatever order the file system lists in; a file that two patterns name is read once.
/// </summary>
internal static class FileFinder
{
    /// <summary>All files that the patterns name.</summary>
    /// <param name="patterns">Files, folders or patterns, absolute or relative to <paramref name="baseFolder"/>.</param>
    /// <param name="baseFolder">Folder that relative patterns start from.</param>
    /// <exception cref="DataException">A pattern names nothing, or a file of unknown kind.</exception>
    public static IReadOnlyList<DataFile> Find(IReadOnlyList<string> patterns, string baseFolder)
    {
        var files = new List<DataFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string pattern in patterns)
            foreach (string path in Resolve(pattern, Path.GetFullPath(pattern, Path.GetFullPath(baseFolder))))
                if (seen.Add(path)) files.Add(DataFile.At(path, DisplayName(path, pattern, baseFolder)));
        return files;
    }

    /// <summary>The first pattern that names a file, which need not be there; null when none does.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="patterns">Files, folders or patterns, absolute or relative to <paramref name="baseFolder"/>.</param>
    /// <param name="baseFolder">Folder that relative patterns start from.</param>
    public static string? FindPattern(string path, IEnumerable<string> patterns, string baseFolder) => patterns.FirstOrDefault(pattern =>
    {
        string full = Path.GetFullPath(pattern, Path.GetFullPath(baseFolder));
        if (full == path) return true;
        if (!pattern.Contains('*', StringComparison.Ordinal)) return false;
        (string root, string below) = SplitPattern(full);
        return path.StartsWith(root, StringComparison.Ordinal) && MatcherOf(below).Match(root, path).HasMatches;
    });

    private static string[] Resolve(string pattern, string fullPattern)
    {
        if (File.Exists(fullPattern)) return [fullPattern];
        if (Directory.Exists(fullPattern)) return TextsOf(pattern, fullPattern);
        if (!pattern.Contains('*', StringComparison.Ordinal)) throw new DataException($"{pattern}: there is no such file or folder ({fullPattern})");
        (string root, string below) = SplitPattern(fullPattern);
        string[] files = Match(root, below);
        if (files.Length == 0) throw new DataException($"{pattern}: no file matches this pattern ({fullPattern})");
        return files;
    }

    private static string[] TextsOf(string pattern, string folder)
    {
        string[] files = [.. Match(folder, "*/*.txt").Where(file => !Path.GetFileName(file).StartsWith('.'))];
        if (files.Length == 0) throw new DataException($"{pattern}: no texts in this folder, expected LABEL/*.txt ({folder})");
        return files;
    }

    private static string[] Match(string root, string pattern)
    {
        if (!Directory.Exists(root)) return [];
        PatternMatchingResult result = MatcherOf(pattern).Execute(new DirectoryInfoWrapper(new DirectoryInfo(root)));
        return [.. result.Files.Select(file => Path.GetFullPath(file.Path, root)).Order(StringComparer.Ordinal)];
    }

    private static Matcher MatcherOf(string pattern)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern);
        return matcher;
    }

    /// <summary>The folder before the first star, with the separator, and the pattern below it.</summary>
    private static (string Root, string Below) SplitPattern(string fullPattern)
    {
        int rootEnd = fullPattern.LastIndexOf(Path.DirectorySeparatorChar, fullPattern.IndexOf('*', StringComparison.Ordinal));
        return (fullPattern[..(rootEnd + 1)], fullPattern[(rootEnd + 1)..]);
    }

    private static string DisplayName(string path, string pattern, string baseFolder)
    {
        string name = Path.IsPathRooted(pattern) ? path : Path.GetRelativePath(Path.GetFullPath(baseFolder), path);
        return name.Replace(Path.DirectorySeparatorChar, '/');
    }
}
