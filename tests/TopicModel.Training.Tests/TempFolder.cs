using System.IO.Compression;
using System.Text;

namespace TopicModel.Training.Tests;

/// <summary>A folder of its own for a test, removed with everything in it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("topicmodel-test-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of UTF-8 text without a byte order mark and returns its name.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file and returns its name.</summary>
    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return name;
    }

    /// <summary>A text in UTF-8 as gzip file.</summary>
    public static byte[] Compress(string content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return target.ToArray();
    }

    /// <summary>All files below the folder with their contents, in ordinal order of their paths.</summary>
    public SortedDictionary<string, byte[]> Snapshot() => new(
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(file => System.IO.Path.GetRelativePath(Path, file), File.ReadAllBytes), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
