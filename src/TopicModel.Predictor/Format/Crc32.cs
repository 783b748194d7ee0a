using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace TopicModel.Format;

/// <summary>CRC-32 as in zlib, PNG and ISO 3309 (polynomial 0xEDB88320), eight bytes a step ("slicing by eight", Kounavis &amp; Berry 2005).</summary>
internal static class Crc32
{
    /// <summary>[slice * 256 + byte].</summary>
    private static readonly uint[] Table = BuildTable();

    /// <summary>Checksum of all of <paramref name="data"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint[] table = Table;
        uint crc = uint.MaxValue;
        for (; data.Length >= 8; data = data[8..])
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc, high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = table[0x700 + (low & 0xFF)] ^ table[0x600 + ((low >> 8) & 0xFF)] ^ table[0x500 + ((low >> 16) & 0xFF)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + (high & 0xFF)] ^ table[0x200 + ((high >> 8) & 0xFF)] ^ table[0x100 + ((high >> 16) & 0xFF)] ^ table[high >> 24];
        }
        foreach (byte value in data) crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[8 * 256];
        for (uint value = 0; value < 256; value++)
        {
            uint crc = value;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            table[value] = crc;
        }
        for (int i = 256; i < table.Length; i++) table[i] = table[(byte)table[i - 256]] ^ (table[i - 256] >> 8);
        return table;
    }
}
