namespace TopicModel.Training.Format;

/// <summary>
/// Several files that are replaced together at the end: each is written beside its place and flushed to disk, and only
/// <see cref="Commit"/> renames them. Whatever fails or is cancelled before, the old files are as they were and nothing is left behind.
/// </summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly List<(string Temporary, string Path)> _staged = [];

    /// <summary>Writes the future contents of a file and returns where they lie until then.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to; the message names the file.</exception>
    public string Stage(string path, ReadOnlySpan<byte> contents)
    {
        string full = Path.GetFullPath(path), temporary = $"{full}.{Environment.ProcessId}.tmp";
        if (Directory.Exists(full)) throw new IOException($"{path} cannot be written: it is a folder");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
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
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        foreach ((string temporary, _) in _staged) File.Delete(temporary);
        _staged.Clear();
    }
}
