using Microsoft.Win32.SafeHandles;

namespace TopicModel.Training.Data;

/// <summary>
/// A temporary file, readable by its owner alone, for data beyond what should be in memory. It is deleted as soon as it is open, so that nothing is left behind however the
/// process ends. What is read stays in the memory of the system, which takes it back when others need it.
/// </summary>
internal sealed class SpillFile
{
    [ThreadStatic]
    private static byte[]? _bufferOfThread;

    private readonly SafeFileHandle _handle;
    private long _length;

    /// <exception cref="IOException">It cannot be made.</exception>
    public SpillFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"topicmodel-{Guid.NewGuid():N}.tmp");
        _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_handle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(path);
    }

    /// <summary>A buffer of the calling thread, of at least so many bytes.</summary>
    public static byte[] Buffer(int length)
    {
        if (_bufferOfThread is null || _bufferOfThread.Length < length) _bufferOfThread = GC.AllocateUninitializedArray<byte>(length + length / 2);
        return _bufferOfThread;
    }

    /// <summary>Writes behind what is there; returns where that starts.</summary>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, _length);
        _length += bytes.Length;
        return _length - bytes.Length;
    }

    /// <summary>Reads bytes into the buffer of the calling thread.</summary>
    public ReadOnlySpan<byte> Read(long start, int length)
    {
        Span<byte> bytes = Buffer(length).AsSpan(0, length);
        for (int done = 0; done < length;)
        {
            int read = RandomAccess.Read(_handle, bytes[done..], start + done);
            if (read == 0) throw new EndOfStreamException($"the temporary file ends at byte {start + done}, expected {length - done} bytes more");
            done += read;
        }
        return bytes;
    }
}
