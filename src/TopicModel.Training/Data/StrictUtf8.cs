using System.Text;
using System.Text.Unicode;

namespace TopicModel.Training.Data;

/// <summary>The one rule for bytes of data files: they are UTF-8, with or without a byte order mark.</summary>
internal static class StrictUtf8
{
    /// <summary>What some editors write at the start of a file.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Throws unless a line is UTF-8.</summary>
    /// <param name="bytes">The line.</param>
    /// <param name="file">Name of its file.</param>
    /// <param name="line">Its number, 1-based.</param>
    /// <exception cref="DataException">It is not.</exception>
    public static void Require(ReadOnlySpan<byte> bytes, string file, int line)
    {
        if (Utf8.IsValid(bytes)) return;
        int position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out int consumed) == System.Buffers.OperationStatus.Done) position += consumed;
        throw Invalid(bytes[position], file, line);
    }

    /// <summary>The error for a byte that no UTF-8 text has at its place.</summary>
    public static DataException Invalid(byte found, string file, int line) =>
        new($"{file} line {line}: byte 0x{found:X2} is not UTF-8, expected a file that is saved as UTF-8");
}
