using System.Buffers;
using System.Text.Unicode;

namespace TopicModel.Training.Data;

/// <summary>Decodes a stream of UTF-8; unlike <see cref="StreamReader"/> it says in which line a wrong byte stands.</summary>
internal sealed class StrictUtf8Reader(Stream stream, string file) : TextReader
{
    private readonly byte[] _bytes = new byte[1 << 16];
    private int _start, _end, _line = 1;
    private bool _isBegun, _isEnded;

    /// <summary>Second half of a surrogate pair that did not fit into the caller's buffer; 0 when there is none.</summary>
    private char _pending;

    /// <inheritdoc/>
    /// <exception cref="DataException">A byte is not UTF-8.</exception>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (_pending != 0) return TakePending(buffer);
        while (true)
        {
            OperationStatus status = Utf8.ToUtf16(_bytes.AsSpan(_start, _end - _start), buffer, out int read, out int written, replaceInvalidSequences: false, isFinalBlock: _isEnded);
            _start += read;
            _line += buffer[..written].Count('\n');
            if (written > 0) return written;
            if (status == OperationStatus.DestinationTooSmall) return SplitPair(buffer);
            if (status == OperationStatus.InvalidData) throw StrictUtf8.Invalid(_bytes[_start], file, _line);
            if (_isEnded) return 0;
            Fill();
        }
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }

    private int TakePending(Span<char> buffer)
    {
        (buffer[0], _pending) = (_pending, '\0');
        return 1;
    }

    private int SplitPair(Span<char> buffer)
    {
        Span<char> pair = stackalloc char[2];
        Utf8.ToUtf16(_bytes.AsSpan(_start, _end - _start), pair, out int read, out _);
        _start += read;
        (buffer[0], _pending) = (pair[0], pair[1]);
        return 1;
    }

    private void Fill()
    {
        int unread = _end - _start;
        _bytes.AsSpan(_start, unread).CopyTo(_bytes);
        int read = stream.ReadAtLeast(_bytes.AsSpan(unread), StrictUtf8.ByteOrderMark.Length, throwOnEndOfStream: false);
        (_start, _end, _isEnded) = (0, unread + read, read == 0);
        if (!_isBegun && _bytes.AsSpan(0, _end).StartsWith(StrictUtf8.ByteOrderMark)) _start = StrictUtf8.ByteOrderMark.Length;
        _isBegun = true;
    }
}
