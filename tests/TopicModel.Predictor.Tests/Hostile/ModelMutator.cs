using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TopicModel.Tests.Format;
using TopicModel.Training.Data;

namespace TopicModel.Tests.Hostile;

/// <summary>
/// Damages a model file as chance and malice do: flips, exchanged sections, wrong lengths, offsets and counts, huge numbers, no numbers.
/// In most cases the checksums are made right again, so that the damage gets behind the first door. Knows the table of sections and
/// nothing of what is in them.
/// </summary>
internal sealed class ModelMutator(byte[] good, int seed)
{
    private const int HeaderLength = 24, EntryLength = 32;

    private static readonly long[] Integers =
        [0, 1, -1, 2, 7, 8, 63, 64, 65, 127, 128, 255, 256, short.MaxValue, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32, (1L << 32) + 64, long.MaxValue, long.MinValue, -64, 1 << 30, 1L << 62];

    private static readonly float[] Floats = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, 1e30f, -1e30f, 1.1e30f, float.Epsilon, -0f, 1e-30f];

    private static readonly string[] Numbers = ["1e308", "-1", "2147483648", "1e400", "0.0000001", "99999999999999999999999", "null", "true", "\"x\"", "[]", "-0", "2147483647"];

    private DeterministicRandom _random = new(seed);

    /// <summary>The next damaged file: one to three changes.</summary>
    public byte[] Next()
    {
        byte[] file = [.. good];
        for (int change = _random.Next(3); change >= 0; change--) file = Change(file);
        if (_random.Next(8) != 0 && file.Length >= HeaderLength) ModelBytes.FixChecksums(file);
        return file;
    }

    private byte[] Change(byte[] file) => _random.Next(12) switch
    {
        0 => With(file, (bytes, place) => bytes[place] ^= (byte)(1 << _random.Next(8))),
        1 => With(file, (bytes, place) => bytes[place] = (byte)_random.Next(256)),
        2 => With(file, (bytes, place) => bytes.AsSpan(place, Math.Min(bytes.Length - place, 1 + _random.Next(16))).Fill(_random.Next(2) == 0 ? (byte)0 : (byte)255)),
        3 => With(file, CopyPart),
        4 => With(file, WriteInteger),
        5 => With(file, WriteFloat),
        6 => With(file, (bytes, place) => bytes[place] = (byte)"0123456789-+.eE\"[]{},:nul"[_random.Next(25)]),
        7 => file[..(_random.Next(4) == 0 ? _random.Next(file.Length) : file.Length)],
        8 => ChangeTable(file),
        9 => Rebuild(file, ExchangeSections),
        10 => Rebuild(file, ResizeSection),
        _ => Rebuild(file, ChangeManifest),
    };

    /// <summary>A change at a place: a quarter of them in header and table, all others anywhere.</summary>
    private byte[] With(byte[] file, Action<byte[], int> change)
    {
        if (file.Length > 0) change(file, _random.Next(4) == 0 ? _random.Next(Math.Min(file.Length, HeaderLength + 8 * EntryLength)) : _random.Next(file.Length));
        return file;
    }

    private void CopyPart(byte[] file, int place)
    {
        int length = _random.Next(Math.Min(64, file.Length - place) + 1);
        file.AsSpan(_random.Next(file.Length - length + 1), length).CopyTo(file.AsSpan(place));
    }

    private void WriteInteger(byte[] file, int place)
    {
        Span<byte> target = file.AsSpan(place & ~3);
        long value = _random.Next(4) == 0 ? file.Length + _random.Next(3) - 1 : Integers[_random.Next(Integers.Length)];
        if (_random.Next(2) == 0) BinaryPrimitives.TryWriteInt64LittleEndian(target, value);
        else BinaryPrimitives.TryWriteInt32LittleEndian(target, (int)value);
    }

    private void WriteFloat(byte[] file, int place) => BinaryPrimitives.TryWriteSingleLittleEndian(file.AsSpan(place & ~3), Floats[_random.Next(Floats.Length)]);

    /// <summary>Exchanges, repeats or moves entries of the section table, or changes how many there are.</summary>
    private byte[] ChangeTable(byte[] file)
    {
        int count = Count(file);
        if (count == 0) return file;
        Span<byte> one = Entry(file, _random.Next(count)), other = Entry(file, _random.Next(count));
        switch (_random.Next(5))
        {
            case 0:
                Exchange(one[..8], other[..8]);
                break;
            case 1:
                Exchange(one[8..24], other[8..24]);
                break;
            case 2:
                one.CopyTo(other);
                break;
            case 3:
                BinaryPrimitives.WriteInt64LittleEndian(one[(8 + 8 * _random.Next(2))..], _random.Next(2) == 0 ? Integers[_random.Next(Integers.Length)] : 64L * _random.Next(file.Length / 64 + 2));
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), _random.Next(70));
                break;
        }
        return file;
    }

    private static void Exchange(Span<byte> one, Span<byte> other)
    {
        byte[] kept = one.ToArray();
        other.CopyTo(one);
        kept.CopyTo(other);
    }

    /// <summary>Takes the file apart, where it still can be, and puts it together changed, with right offsets and lengths.</summary>
    private static byte[] Rebuild(byte[] file, Action<List<(string Tag, byte[] Bytes)>> change)
    {
        if (Count(file) == 0) return file;
        List<(string, byte[])> sections = ModelBytes.Sections(file);
        change(sections);
        byte[] rebuilt = ModelBytes.File(sections);
        file.AsSpan(8, 4).CopyTo(rebuilt.AsSpan(8));
        return rebuilt;
    }

    private void ExchangeSections(List<(string Tag, byte[] Bytes)> sections)
    {
        int one = _random.Next(sections.Count), other = _random.Next(sections.Count);
        (sections[one], sections[other]) = ((sections[one].Tag, sections[other].Bytes), (sections[other].Tag, sections[one].Bytes));
    }

    private void ResizeSection(List<(string Tag, byte[] Bytes)> sections)
    {
        int index = _random.Next(sections.Count), unit = 1 << _random.Next(4);
        (string tag, byte[] bytes) = sections[index];
        int place = _random.Next(bytes.Length / unit + 1) * unit;
        byte[] changed = _random.Next(3) switch
        {
            0 => [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + unit)..]],
            1 => [.. bytes[..place], .. new byte[unit], .. bytes[place..]],
            _ => [],
        };
        if (_random.Next(8) == 0) sections.RemoveAt(index);
        else sections[index] = (tag, changed);
        if (sections.Count == 0) sections.Add((tag, bytes));
    }

    /// <summary>Replaces one number or word of the manifest by something that no training writes.</summary>
    private void ChangeManifest(List<(string Tag, byte[] Bytes)> sections)
    {
        int index = sections.FindIndex(section => section.Tag == "MANIFEST");
        if (index < 0) return;
        string json = Encoding.UTF8.GetString(sections[index].Bytes);
        MatchCollection values = Regex.Matches(json, "-?[0-9][0-9.eE+-]*|\"[^\"]*\"|true|false|null");
        if (values.Count == 0) return;
        Match value = values[_random.Next(values.Count)];
        string changed = _random.Next(4) == 0 ? _random.Next(int.MaxValue).ToString(CultureInfo.InvariantCulture) : Numbers[_random.Next(Numbers.Length)];
        sections[index] = ("MANIFEST", Encoding.UTF8.GetBytes(json[..value.Index] + changed + json[(value.Index + value.Length)..]));
    }

    /// <summary>Sections of a file whose table can be followed; 0 for any other.</summary>
    private static int Count(byte[] file)
    {
        if (file.Length < HeaderLength) return 0;
        int count = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12));
        if (count is <= 0 or > 64 || HeaderLength + count * EntryLength > file.Length) return 0;
        for (int i = 0; i < count; i++)
        {
            ulong offset = BinaryPrimitives.ReadUInt64LittleEndian(Entry(file, i)[8..]), length = BinaryPrimitives.ReadUInt64LittleEndian(Entry(file, i)[16..]);
            if (offset > (ulong)file.Length || length > (ulong)file.Length - offset) return 0;
        }
        return count;
    }

    private static Span<byte> Entry(byte[] file, int index) => file.AsSpan(HeaderLength + index * EntryLength, EntryLength);
}
