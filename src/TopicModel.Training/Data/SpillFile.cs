using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TopicModel.Training.Data;

/// <summary>
/// A temporary file, readable by its owner alone, for text beyond what should be in memory. It is deleted as soon as it is open, so that nothing is left behind however the
/// process ends. What is read stays in the memory of the system, which takes it back when others need it.
/// </summary>
internal sealed class SpillFile
{
    [ThreadStatic]
    private static char[]? _bufferOfThread;

    private readonly SafeFileHandle _handle;

    /// <summary>Units written so far.</summary>
    private long _length;

    /// <exception cref="IOException">It cannot be made.</exception>
    public SpillFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"topicmodel-{Guid.NewGuid():N}.tmp");
        _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(path);
    }

    /// <summary>A buffer of the calling thread, of at least so many units.</summary>
    public static char[] Buffer(int length)
    {
        if (_bufferOfThread is null || _bufferOfThread.Length < length) _bufferOfThread = GC.AllocateUninitializedArray<char>(length + length / 2);
        return _bufferOfThread;
    }

    /// <summary>Writes behind what is there; returns where that starts.</summary>
    public long Append(ReadOnlySpan<char> units)
    {
        RandomAccess.Write(_handle, MemoryMarshal.AsBytes(units), _length * sizeof(char));
        _length += units.Length;
        return _length - units.Length;
    }

    /// <summary>Reads units into the buffer of the calling thread.</summary>
    public ReadOnlySpan<char> Read(long start, int length)
    {
        Span<char> units = Buffer(length).AsSpan(0, length);
        Span<byte> bytes = MemoryMarshal.AsBytes(units);
        for (int done = 0; done < bytes.Length;)
        {
            long offset = start * sizeof(char) + done;
            int read = RandomAccess.Read(_handle, bytes[done..], offset);
            if (read == 0) throw new EndOfStreamException($"the temporary file ends at byte {offset}, expected {bytes.Length - done} bytes more");
            done += read;
        }
        return units;
    }
}
