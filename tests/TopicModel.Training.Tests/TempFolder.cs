namespace TopicModel.Training.Tests;

/// <summary>A folder of its own for a test, removed with everything in it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("topicmodel-test-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>All files below the folder with their contents, in ordinal order of their paths.</summary>
    public SortedDictionary<string, byte[]> Snapshot() => new(
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(file => System.IO.Path.GetRelativePath(Path, file), File.ReadAllBytes), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
