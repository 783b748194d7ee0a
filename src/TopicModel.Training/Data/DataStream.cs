using System.Buffers.Binary;
using System.IO.Compression;
using TopicModel.Format;

namespace TopicModel.Training.Data;

/// <summary>
/// The bytes of a data file, decompressed. Every failure of the disk or of gzip becomes a <see cref="DataException"/> that names the
/// file. .NET reads a gzip file that was cut short without an error, so its end is compared with the length and the checksum that
/// gzip writes there.
/// </summary>
internal sealed class DataStream : ReadOnlyStream
{
    private const int TrailerLength = 8;

    private readonly DataFile _file;
    private readonly FileStream _disk;
    private readonly Stream _content;
    private readonly ReadProgress? _progress;
    private long _diskPosition, _length;

    private DataStream(DataFile file, FileStream disk, ReadProgress? progress)
    {
        (_file, _disk, _progress) = (file, disk, progress);
        _content = file.IsCompressed ? new GZipStream(disk, CompressionMode.Decompress) : disk;
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="DataException">It cannot be opened, or is compressed and a pipe.</exception>
    public static DataStream Open(DataFile file, ReadProgress? progress = null)
    {
        try
        {
            var disk = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (disk.CanSeek || !file.IsCompressed) return new DataStream(file, disk, progress);
            disk.Dispose();
            throw new DataException($"{file.Name}: this is a pipe, in which nobody can look whether the gzip file is cut short; expected what is in it, decompressed");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, e);
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            int read = _content.Read(buffer);
            _length += read;
            if (read == 0 && buffer.Length > 0 && _file.IsCompressed) CheckTrailer();
            AddProgress();
            return read;
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(_file, e);
        }
    }

    /// <summary>Of a pipe with the name of a file nobody knows how much there is, nor how much was read.</summary>
    private void AddProgress()
    {
        if (!_disk.CanSeek) return;
        _progress?.Add(_disk.Position - _diskPosition);
        _diskPosition = _disk.Position;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    private static DataException Unreadable(DataFile file, Exception e) => new($"{file.Name}: the file cannot be read: {e.Message}", e);

    private DataException Damaged(Exception? e = null) => new($"{_file.Name}: the gzip file is damaged or cut short", e);

    /// <summary>
    /// A gzip file ends with checksum and length of its content. Joined gzip files are valid too and end with those of the last part;
    /// only for them (and for damaged ones) the content is read once more.
    /// </summary>
    private void CheckTrailer()
    {
        if (_disk.Length < TrailerLength) throw Damaged();
        Span<byte> trailer = stackalloc byte[TrailerLength];
        _disk.Position = _disk.Length - TrailerLength;
        _disk.ReadExactly(trailer);
        uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer), length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        if (length == (uint)_length) return;
        if (length > _length || length > Array.MaxLength) throw Damaged();
        if (Crc32.Compute(ReadEnd((int)length)) != checksum) throw Damaged();
    }

    /// <summary>The last bytes of the content, from a second reading.</summary>
    private byte[] ReadEnd(int count)
    {
        _disk.Position = 0;
        using var content = new GZipStream(_disk, CompressionMode.Decompress, leaveOpen: true);
        var end = new byte[count];
        for (long skip = _length - count; skip > 0;) skip -= content.Read(new byte[Math.Min(skip, 1 << 16)]);
        content.ReadExactly(end);
        return end;
    }
}
