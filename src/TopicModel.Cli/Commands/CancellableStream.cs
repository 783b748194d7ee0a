using TopicModel.Training.Data;

namespace TopicModel.Cli.Commands;

/// <summary>Reads a stream that may keep a reader waiting, such as a terminal or a pipe, so that Ctrl-C ends the waiting.</summary>
/// <param name="stream">The stream; not closed.</param>
/// <param name="cancellation">Ends a read with an <see cref="OperationCanceledException"/>.</param>
internal sealed class CancellableStream(Stream stream, CancellationToken cancellation) : ReadOnlyStream
{
    /// <summary>Where bytes arrive: a thread left behind must not write to memory that the caller uses for something else by then.</summary>
    private readonly byte[] _arrived = new byte[1 << 16];

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int wanted = Math.Min(buffer.Length, _arrived.Length);
        // The system offers no read that can be interrupted; the thread left behind ends with the process.
        Task<int> read = Task.Run(() => stream.Read(_arrived, 0, wanted), CancellationToken.None);
        read.Wait(cancellation);
        _arrived.AsSpan(0, read.Result).CopyTo(buffer);
        return read.Result;
    }
}
