using System.Security.Cryptography;

namespace TopicModel.Hosting.Reload;

/// <summary>
/// What a short look at a folder tells of its models: names, where links lead, lengths, times of writing, and the first bytes of each file,
/// where the checksums of all its sections stand. Equal signatures mean that no model was replaced in between.
/// </summary>
internal sealed class FolderSignature : IEquatable<FolderSignature>
{
    /// <summary>Bytes of a file that are read: more than the header and the section table of a model (docs/model-format.md).</summary>
    private const int HeadLength = 1024;

    private readonly string _text;

    private FolderSignature(string text) => _text = text;

    /// <summary>Looks at a folder; one that is missing or cannot be read has a signature too.</summary>
    public static FolderSignature Of(string folder)
    {
        try
        {
            var directory = new DirectoryInfo(folder);
            return new FolderSignature(string.Join('\n', directory.GetFiles("*.tmodel").OrderBy(file => file.Name, StringComparer.Ordinal).Select(Describe).Prepend(Target(directory).FullName)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FolderSignature(exception.Message);
        }
    }

    /// <inheritdoc/>
    public bool Equals(FolderSignature? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FolderSignature);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    private static string Describe(FileInfo file)
    {
        FileSystemInfo target = Target(file);
        using FileStream stream = new(target.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> head = stackalloc byte[HeadLength];
        int length = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return FormattableString.Invariant($"{file.Name} {target.FullName} {stream.Length} {target.LastWriteTimeUtc.Ticks} {Convert.ToHexString(SHA256.HashData(head[..length]))}");
    }

    /// <summary>Containers swap whole folders by moving a link, whose own times and length say nothing of the file behind it.</summary>
    private static FileSystemInfo Target(FileSystemInfo info) => info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
}
