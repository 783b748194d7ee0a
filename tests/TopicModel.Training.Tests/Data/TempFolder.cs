using System.IO.Compression;
using System.Text;

namespace TopicModel.Training.Tests.Data;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Root = Directory.CreateTempSubdirectory("topicmodel-").FullName;

    /// <summary>Its full path.</summary>
    public string Root { get; }

    /// <summary>Full path of a file or folder in it.</summary>
    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a file of UTF-8 text without a byte order mark and returns its name.</summary>
    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file and returns its name.</summary>
    public string Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return name;
    }

    public static byte[] Compress(string content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return target.ToArray();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
