namespace TopicModel.Cli.Commands;

/// <summary>Reads a stream that may keep a reader waiting, such as a terminal or a pipe, so that Ctrl-C ends the waiting.</summary>
/// <param name="stream">The stream; not closed.</param>
/// <param name="cancellation">Ends a read with an <see cref="OperationCanceledException"/>.</param>
internal sealed class CancellableStream(Stream stream, CancellationToken cancellation) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        // The system offers no read that can be interrupted; the thread left behind ends with the process.
        Task<int> read = Task.Run(() => stream.Read(buffer, offset, count), CancellationToken.None);
        read.Wait(cancellation);
        return read.Result;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }
}
