using Microsoft.Win32.SafeHandles;

namespace TopicModel.Cli.Commands;

/// <summary>
/// Standard output that knows when nobody reads it any more, as behind <c>| head</c>. The runtime's own stream passes over that in silence, and
/// a command with endless input would write to nobody for ever; it is used where standard output is no pipe.
/// </summary>
internal sealed class ResultStream : Stream
{
    /// <summary>EPIPE, on Linux and macOS.</summary>
    private const int BrokenPipe = 32;

    private const int StandardOutput = 1;

    private readonly Stream _stream;

    private ResultStream(Stream stream) => _stream = stream;

    /// <summary>Whether something was written that nobody will read.</summary>
    public bool IsClosed { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The process's standard output.</summary>
    public static ResultStream Open() => new(Pipe() ?? Console.OpenStandardOutput());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsClosed) return;
        try
        {
            _stream.Write(buffer);
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe && _stream is FileStream)
        {
            IsClosed = true;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => _stream.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Null for a terminal, a file, whose place is shared with other processes, and where it cannot be had.</summary>
    private static FileStream? Pipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return null;
        try
        {
            var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? null : stream;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
