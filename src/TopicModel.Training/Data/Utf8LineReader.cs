namespace TopicModel.Training.Data;

/// <summary>
/// Reads a stream line by line as bytes, without copying lines that fit into its buffer. Lines end with LF or CR LF; a byte order
/// mark at the start is dropped.
/// </summary>
internal sealed class Utf8LineReader(Stream stream, string file, int maxLineLength = 1 << 30)
{
    private byte[] _buffer = new byte[1 << 18];

    /// <summary>Unread bytes of the buffer: from <see cref="_start"/> to <see cref="_end"/>, exclusive.</summary>
    private int _start, _end;

    /// <summary>Number of the current line, 1-based.</summary>
    public int Number { get; private set; }

    /// <summary>The current line without its end, not yet looked at for UTF-8; until the next call of <see cref="MoveNext"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the next line has been read already, so that <see cref="MoveNext"/> will not wait for the stream.</summary>
    public bool HasWholeLine => _buffer.AsSpan(_start.._end).Contains((byte)'\n');

    /// <summary>Moves to the next line; false at the end of the stream.</summary>
    /// <exception cref="DataException">The line is longer than the limit (1 GiB).</exception>
    public bool MoveNext()
    {
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length, ending: 1);
            searched = _end - _start;
            if (!Fill()) return searched > 0 && Take(searched, ending: 0);
        }
    }

    private bool Take(int length, int ending)
    {
        Number++;
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _start += length + ending;
        if (Number == 1 && line.Span.StartsWith(StrictUtf8.ByteOrderMark)) line = line[StrictUtf8.ByteOrderMark.Length..];
        if (line.Length > 0 && line.Span[^1] == '\r') line = line[..^1];
        Line = line;
        return true;
    }

    /// <summary>Reads more behind the unread bytes; false at the end of the stream.</summary>
    private bool Fill()
    {
        int unread = _end - _start;
        if (unread >= maxLineLength)
            throw new DataException(string.Create(Wording.Culture, $"{file} line {Number + 1}: the line is longer than {maxLineLength:N0} bytes, expected one document a line"));
        byte[] target = unread * 2 > _buffer.Length ? new byte[(int)Math.Min(_buffer.Length * 2L, Array.MaxLength)] : _buffer;
        _buffer.AsSpan(_start, unread).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, unread);
        int read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
