using System.Buffers.Binary;
using System.Text;

namespace TopicModel.Format;

/// <summary>The header and section table of a model file, checked: what is in the file and where.</summary>
internal sealed class SectionTable
{
    private readonly string[] _tags;

    /// <summary>[section] -> offset and length in bytes.</summary>
    private readonly ByteRange[] _places;
    private readonly string _source;
    private int _count;

    /// <exception cref="InvalidModelException">Not a model, of a newer version, cut short or damaged.</exception>
    public SectionTable(ReadOnlySpan<byte> file, string source)
    {
        _source = source;
        int count = ReadHeader(file);
        ReadOnlySpan<byte> table = file.Slice(ModelLayout.HeaderLength, count * ModelLayout.EntryLength);
        uint found = Crc32.Compute(table), expected = BinaryPrimitives.ReadUInt32LittleEndian(file[16..]);
        if (found != expected) throw Invalid($"the section table is damaged: checksum {found:x8}, expected {expected:x8}");
        (_tags, _places) = (new string[count], new ByteRange[count]);
        for (int i = 0; i < count; i++) AddSection(file, table.Slice(i * ModelLayout.EntryLength, ModelLayout.EntryLength));
        int end = 0;
        foreach (ByteRange place in _places) end = Math.Max(end, place.End);
        if (file.Length > end) throw Invalid($"the file has {file.Length - end} bytes behind its last section");
    }

    /// <summary>Tags of the sections with their lengths in bytes, in the order of the table.</summary>
    public IEnumerable<(string Tag, int Length)> Sections => _tags.Select((tag, i) => (tag, _places[i].Length));

    /// <summary>Index of a section, or -1 when it is missing.</summary>
    public int IndexOf(string tag)
    {
        for (int i = 0; i < _count; i++) if (_tags[i] == tag) return i;
        return -1;
    }

    /// <summary>Place of a section that must be there, in bytes.</summary>
    /// <exception cref="InvalidModelException">It is missing.</exception>
    public ByteRange FindRequired(string tag) => IndexOf(tag) is var i and >= 0 ? _places[i] : throw Invalid($"section {tag} is missing; there are {string.Join(", ", _tags)}");

    private int ReadHeader(ReadOnlySpan<byte> file)
    {
        int magic = Math.Min(file.Length, ModelLayout.Magic.Length);
        if (magic == 0 || !file[..magic].SequenceEqual(ModelLayout.Magic[..magic]))
            throw Invalid(file.Length == 0 ? "the file is empty" : "this is not a TopicModel file (it does not start with TMODEL)");
        if (file.Length < ModelLayout.HeaderLength) throw Invalid($"the file is cut short: {file.Length} bytes, the header alone has {ModelLayout.HeaderLength}");
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);
        if (version != ModelLayout.Version)
            throw Invalid(version > ModelLayout.Version
                ? $"the file has format version {version}, this library reads version {ModelLayout.Version}; update TopicModel.Predictor"
                : $"the file has format version {version}, this library reads version {ModelLayout.Version}; train the model again");
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(file[12..]);
        if (count is 0 or > ModelLayout.MaxSections) throw Invalid($"the header has {count} sections, 1 to {ModelLayout.MaxSections} were expected");
        if (file.Length < ModelLayout.HeaderLength + (long)count * ModelLayout.EntryLength) throw Invalid($"the file is cut short in the section table: {file.Length} bytes");
        return (int)count;
    }

    private void AddSection(ReadOnlySpan<byte> file, ReadOnlySpan<byte> entry)
    {
        // ASCII; its own decoder takes a cold process 1.9 ms to make, as that of UTF-8 does.
        string tag = Encoding.Latin1.GetString(entry[..8]).TrimEnd('\0');
        ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), length = BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]);
        if (offset > (ulong)file.Length || length > (ulong)file.Length - offset)
            throw CutShort(tag, offset, length, file.Length);
        if (offset % ModelLayout.Alignment != 0) throw Invalid($"section {tag} starts at {offset}, a multiple of {ModelLayout.Alignment} was expected");
        uint found = Crc32.Compute(file.Slice((int)offset, (int)length)), expected = BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]);
        if (found != expected) throw Invalid($"section {tag} is damaged: checksum {found:x8}, expected {expected:x8}");
        if (IndexOf(tag) >= 0) throw Invalid($"section {tag} is there twice");
        var place = new ByteRange((int)offset, (int)length);
        CheckOverlap(tag, place);
        (_tags[_count], _places[_count++]) = (tag, place);
    }

    /// <summary>Sections that lie over each other could say more than a file of their size can hold, which what reads them counts on.</summary>
    private void CheckOverlap(string tag, ByteRange place)
    {
        int tableEnd = ModelLayout.HeaderLength + _tags.Length * ModelLayout.EntryLength;
        if (place.Length > 0 && place.Offset < tableEnd) throw Invalid($"section {tag} starts at {place.Offset}, inside the section table");
        for (int i = 0; i < _count; i++)
            if (Math.Max(place.Offset, _places[i].Offset) < Math.Min(place.End, _places[i].End)) throw Invalid($"sections {_tags[i]} and {tag} overlap");
    }

    private InvalidModelException CutShort(string tag, ulong offset, ulong length, int found) =>
        Invalid($"the file is cut short in section {tag}: it has {found} bytes, the section needs {(UInt128)offset + length}");

    private InvalidModelException Invalid(string problem) => new(_source, problem);
}
