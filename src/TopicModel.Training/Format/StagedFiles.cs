namespace TopicModel.Training.Format;

/// <summary>
/// Several files that are replaced together at the end: each is written beside its place and flushed to disk, and only
/// <see cref="Commit"/> renames them. Whatever fails or is cancelled before, the old files are as they were and nothing is left behind:
/// neither temporary files nor folders that were made for them.
/// </summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly List<(string Temporary, string Path)> _staged = [];

    /// <summary>Folders that were missing, each before those in it.</summary>
    private readonly List<string> _newFolders = [];

    /// <summary>Finds out whether files could be staged at all of these paths, before the work that their contents take; leaves nothing behind.</summary>
    /// <exception cref="IOException">One could not; the message names it.</exception>
    public static void Probe(IEnumerable<string> paths)
    {
        using var files = new StagedFiles();
        foreach (string path in paths) files.Stage(path, []);
    }

    /// <summary>Writes the future contents of a file and returns where they lie until then.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to; the message names the file.</exception>
    public string Stage(string path, ReadOnlySpan<byte> contents)
    {
        string full = Path.GetFullPath(path), temporary = $"{full}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(full)) throw new IOException($"{path} cannot be written: it is a folder");
        try
        {
            MakeFolder(Path.GetDirectoryName(full)!);
            _staged.Add((temporary, full));
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            stream.Write(contents);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be written: {exception.Message}", exception);
        }
        return temporary;
    }

    /// <summary>Puts all files into their places, in the order in which they were staged.</summary>
    /// <exception cref="IOException">A file cannot be replaced; those before it have been, the message names it.</exception>
    public void Commit()
    {
        foreach ((string temporary, string path) in _staged)
        {
            try
            {
                File.Move(temporary, path, overwrite: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"{path} cannot be replaced: {exception.Message}", exception);
            }
        }
        _staged.Clear();
        _newFolders.Clear();
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        foreach ((string temporary, _) in _staged) File.Delete(temporary);
        _staged.Clear();
        foreach (string folder in Enumerable.Reverse(_newFolders))
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        _newFolders.Clear();
    }

    private void MakeFolder(string folder)
    {
        // The system's own message for this names the folder that cannot be made, not the file that stands in its place.
        if (File.Exists(folder)) throw new IOException($"{folder} is a file, not a folder");
        if (Directory.Exists(folder)) return;
        if (Path.GetDirectoryName(folder) is { } parent) MakeFolder(parent);
        Directory.CreateDirectory(folder);
        _newFolders.Add(folder);
    }
}
