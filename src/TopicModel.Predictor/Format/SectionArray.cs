using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopicModel.Format;

/// <summary>
/// An array of numbers where it lies in the bytes of a model file, so that loading copies and converts nothing. The bytes go on for at
/// least <see cref="Slack"/> behind the array: kernels load whole vectors at its end.
/// </summary>
/// <param name="file">The file, with the slack behind it.</param>
/// <param name="offset">Where the array starts, in bytes.</param>
/// <param name="length">Number of elements.</param>
internal readonly struct SectionArray<T>(byte[] file, int offset, int length) where T : unmanaged
{
    /// <summary>Bytes that may be read behind every array.</summary>
    public const int Slack = 64;

    private readonly byte[] _file = file;
    private readonly int _offset = offset;

    /// <summary>An array in memory of its own.</summary>
    public SectionArray(ReadOnlySpan<T> values) : this(WithSlack(MemoryMarshal.AsBytes(values)), 0, values.Length)
    {
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>The elements.</summary>
    public ReadOnlySpan<T> Span => MemoryMarshal.CreateReadOnlySpan(ref Start, Length);

    /// <summary>The first element, for kernels, which may read into the slack.</summary>
    public ref T Start => ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_file), _offset));

    /// <summary>A copy of a file's bytes with the slack behind it.</summary>
    public static byte[] WithSlack(ReadOnlySpan<byte> bytes)
    {
        var file = new byte[bytes.Length + Slack];
        bytes.CopyTo(file);
        return file;
    }
}
