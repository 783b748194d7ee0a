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

    private static string[] Resolve(string pattern, string fullPattern)
    {
        if (File.Exists(fullPattern)) return [fullPattern];
        if (Directory.Exists(fullPattern)) return TextsOf(pattern, fullPattern);
        if (!pattern.Contains('*', StringComparison.Ordinal)) throw new DataException($"{pattern}: there is no such file or folder ({fullPattern})");
        int star = fullPattern.IndexOf('*', StringComparison.Ordinal);
        int rootEnd = fullPattern.LastIndexOf(Path.DirectorySeparatorChar, star);
        string root = fullPattern[..(rootEnd + 1)];
        string[] files = Match(root, fullPattern[(rootEnd + 1)..]);
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
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern);
        PatternMatchingResult result = matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root)));
        return [.. result.Files.Select(file => Path.GetFullPath(file.Path, root)).Order(StringComparer.Ordinal)];
    }

    private static string DisplayName(string path, string pattern, string baseFolder)
    {
        string name = Path.IsPathRooted(pattern) ? path : Path.GetRelativePath(Path.GetFullPath(baseFolder), path);
        return name.Replace(Path.DirectorySeparatorChar, '/');
    }
}
