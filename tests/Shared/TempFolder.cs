using System.IO.Compression;
using System.Text;

namespace TopicModel.Testing;

/// <summary>A folder of its own for one test, removed with everything in it.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("topicmodel-").FullName;

    /// <summary>Full path of a file or folder in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of UTF-8 text without a byte order mark, makes the folders that it needs, and returns its full path.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file, makes the folders that it needs, and returns its full path.</summary>
    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    /// <summary>[path in the folder] -> contents of the file, for all files below it.</summary>
    public SortedDictionary<string, byte[]> Snapshot() => new(
        Directory.GetFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(file => System.IO.Path.GetRelativePath(Path, file), File.ReadAllBytes), StringComparer.Ordinal);

    /// <summary>A text as gzip has it.</summary>
    public static byte[] Compress(string content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return target.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
