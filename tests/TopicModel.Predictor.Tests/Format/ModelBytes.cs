using System.Buffers.Binary;
using System.Text;
using TopicModel.Format;

namespace TopicModel.Tests.Format;

/// <summary>Takes model files apart and puts them together again with right checksums, so that damage gets behind the first door.</summary>
internal static class ModelBytes
{
    /// <summary>Tag and contents of every section.</summary>
    public static List<(string Tag, byte[] Bytes)> Sections(byte[] file)
    {
        var sections = new List<(string, byte[])>();
        for (int i = 0; i < BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12)); i++)
        {
            Span<byte> entry = file.AsSpan(24 + 32 * i, 32);
            long offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), length = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
            sections.Add((Encoding.ASCII.GetString(entry[..8]).TrimEnd('\0'), file.AsSpan((int)offset, (int)length).ToArray()));
        }
        return sections;
    }

    /// <summary>A file with the given sections.</summary>
    public static byte[] File(IReadOnlyList<(string Tag, byte[] Bytes)> sections)
    {
        int position = 24 + 32 * sections.Count;
        var file = new byte[sections.Sum(section => section.Bytes.Length + 64) + position + 64];
        "TMODEL\r\n"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), 2);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), sections.Count);
        for (int i = 0; i < sections.Count; i++)
        {
            position = (position + 63) / 64 * 64;
            Span<byte> entry = file.AsSpan(24 + 32 * i, 32);
            Encoding.ASCII.GetBytes(sections[i].Tag, entry);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], position);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], sections[i].Bytes.Length);
            sections[i].Bytes.CopyTo(file, position);
            position += sections[i].Bytes.Length;
        }
        FixChecksums(file);
        return file[..position];
    }

    /// <summary>The file with one section changed.</summary>
    public static byte[] With(byte[] file, string tag, Func<byte[], byte[]> change) =>
        File([.. Sections(file).Select(section => section.Tag == tag ? (tag, change(section.Bytes)) : section)]);

    /// <summary>The file with another manifest, made of its JSON text.</summary>
    public static byte[] WithManifest(byte[] file, Func<string, string> change) =>
        With(file, "MANIFEST", bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))));

    /// <summary>Writes the checksums that the bytes should have, as far as the table can be followed.</summary>
    public static void FixChecksums(Span<byte> file)
    {
        int count = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        if (count is < 0 or > 64 || 24 + 32 * count > file.Length) return;
        for (int i = 0; i < count; i++)
        {
            Span<byte> entry = file.Slice(24 + 32 * i, 32);
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]), length = BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]);
            if (offset <= (ulong)file.Length && length <= (ulong)file.Length - offset)
                BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], Crc32.Compute(file.Slice((int)offset, (int)length)));
        }
        BinaryPrimitives.WriteUInt32LittleEndian(file[16..], Crc32.Compute(file.Slice(24, 32 * count)));
    }

    /// <summary>Whether the checksums are those of the bytes; the table can be followed.</summary>
    public static bool HasRightChecksums(ReadOnlySpan<byte> file)
    {
        byte[] copy = file.ToArray();
        FixChecksums(copy);
        return file.SequenceEqual(copy);
    }
}
